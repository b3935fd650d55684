package io.keyledger.query.verification;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.hub.SecretVisibility;
import io.keyledger.api.token.Digest;
import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenDigester;
import io.keyledger.api.token.TokenFormat;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.verdict.VerificationRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** One hub, one workspace, and as many keys as a test wants. */
public final class Examples {

    public static final HubId HUB = new HubId("hubnity");
    public static final WorkspaceId WORKSPACE = new WorkspaceId("ws_" + "w".repeat(20));
    static final VerificationRequest READ_MEMBERS =
            VerificationRequest.of("hubnity", "GET", "/v1/members", null);

    /** Asks of a credential without naming a route. */
    static final VerificationRequest ANYTHING =
            new VerificationRequest("hubnity", null, null, List.of(), 1, null);

    static final Peppers PEPPERS = Peppers.of(pepper("p1", 1), List.of());

    private Examples() {}

    static Pepper pepper(String id, int fill) {
        byte[] key = new byte[Pepper.SHORTEST];
        Arrays.fill(key, (byte) fill);
        return Pepper.of(id, key);
    }

    static HubProfile profile(long requestsPerMinute) {
        return new HubProfile(
                HUB,
                "Hubnity",
                "/hubnity",
                List.of(),
                new KeyRules(
                        "hbn",
                        "API key",
                        SecretVisibility.SHOWN_ONCE,
                        Duration.ofHours(24),
                        Duration.ofDays(7)),
                List.of(
                        new Scope("read:members", "Read members", Set.of()),
                        new Scope("write:members", "Change members", Set.of())),
                Map.of("enterprise", new Plan(Set.of("api-access"), null)),
                new AccessRules("api-access"),
                new RateLimits(
                        CountedPer.CREDENTIAL,
                        List.of(
                                new Window(
                                        requestsPerMinute,
                                        Duration.ofMinutes(1),
                                        requestsPerMinute)),
                        HeaderStyle.NONE),
                List.of(
                        new Route("GET", "/v1/members", "read:members", 1),
                        new Route("POST", "/v1/members", "write:members", 1)),
                new ErrorDialect("application/json", Map.of(), Map.of()),
                null,
                List.of());
    }

    static HubProfilePublished profilePublished(int version, long requestsPerMinute) {
        return new HubProfilePublished(HUB, version, profile(requestsPerMinute));
    }

    static WorkspaceRegistered workspaceRegistered() {
        return new WorkspaceRegistered(WORKSPACE, HUB, "Acme", "enterprise", null);
    }

    static ApiKeyId key(int number) {
        return new ApiKeyId("key_%020d".formatted(number));
    }

    static ApiKeyIssued issued(int key) {
        return issued(key, null);
    }

    public static ApiKeyIssued issued(int key, @Nullable Instant expiresAt) {
        return new ApiKeyIssued(
                key(key),
                WORKSPACE,
                HUB,
                "A key",
                List.of("read:members"),
                expiresAt,
                List.of(),
                Map.of(),
                record(token(key)));
    }

    static SecretRecord record(String token) {
        return record(token, PEPPERS);
    }

    static SecretRecord record(String token, Peppers peppers) {
        return new SecretRecord(digest(token, peppers), peppers.current().id(), "hbn_…");
    }

    static Digest digest(String token, Peppers peppers) {
        TokenDigester digester = new TokenDigester(peppers);
        digester.read(token);
        return digester.digest(0);
    }

    /** The digest of any text, as the current pepper makes it: a token's if it is one. */
    public static Digest anyDigest(String text) {
        TokenDigester digester = new TokenDigester(PEPPERS);
        if (digester.read(text)) {
            return digester.digest(0);
        }
        byte[] bytes = new byte[Digest.LENGTH];
        new Random(text.hashCode()).nextBytes(bytes);
        return Digest.of(bytes);
    }

    /** A well-formed secret, the same for the same number. */
    static String token(int number) {
        byte[] bytes = new byte[4 + TokenFormat.RANDOM_LENGTH + TokenFormat.CHECKSUM_LENGTH];
        byte[] body = "hbn_%032d".formatted(number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(body, 0, bytes, 0, body.length);
        TokenFormat.appendChecksum(bytes, body.length, new CRC32());
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
