package io.keyledger.query.oauth;

import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Digest;
import io.keyledger.query.verification.Examples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As many apps, people and grants as a test wants, all in the one workspace of {@link Examples}.
 */
public final class OAuthExamples {

    public static final Instant ISSUED = Instant.parse("2026-11-22T12:00:00Z");

    /** Later than any run of these tests. */
    public static final Instant EXPIRES = Instant.parse("2126-11-22T12:00:00Z");

    public static final List<String> READ = List.of("read:members");
    public static final String BOUND_KEY = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

    private OAuthExamples() {}

    public static OAuthAppId app(int number) {
        return new OAuthAppId("app_%020d".formatted(number));
    }

    public static AccountId account(int number) {
        return new AccountId("acc_%020d".formatted(number));
    }

    public static GrantId grant(int number) {
        return new GrantId("grt_%020d".formatted(number));
    }

    public static OAuthAppRegistered registered(int app) {
        return new OAuthAppRegistered(
                app(app),
                Examples.WORKSPACE,
                Examples.HUB,
                "Planner",
                List.of("https://planner.example/callback"),
                null,
                List.of("read:members", "write:members"),
                ClientType.CONFIDENTIAL,
                secret("app " + app + " secret 1"));
    }

    public static SecretRecord secret(String text) {
        return new SecretRecord(digest(text), "p1", "hbn_cs_…0000");
    }

    public static AccountRegistered person(int account) {
        return new AccountRegistered(
                account(account),
                Examples.HUB,
                "person" + account + "@example.com",
                "Person " + account,
                new ExternalIdentity("https://id.example", "subject-" + account));
    }

    public static WorkspaceJoined joined(int account) {
        return new WorkspaceJoined(account(account), Examples.WORKSPACE, null, MemberRole.MEMBER);
    }

    /** A person's consent to an app, with a code. */
    public static GrantApproved approved(int grant, int app, int account) {
        return new GrantApproved(
                grant(grant),
                Examples.HUB,
                app(app),
                account(account),
                Examples.WORKSPACE,
                List.of("read:members", "write:members"),
                "https://planner.example/callback",
                true,
                "challenge",
                null,
                tokenDigest(code(grant)),
                ISSUED.plusSeconds(60),
                EXPIRES);
    }

    /** The first tokens of a grant. */
    public static AuthorizationCodeRedeemed redeemed(int grant) {
        return redeemed(grant, null);
    }

    public static AuthorizationCodeRedeemed redeemed(int grant, @Nullable String boundKey) {
        return new AuthorizationCodeRedeemed(grant(grant), succession(grant, 1, boundKey), EXPIRES);
    }

    public static TokensRefreshed refreshed(int grant, int generation) {
        return new TokensRefreshed(
                grant(grant),
                generation,
                succession(grant, generation, null),
                EXPIRES,
                ISSUED.plusSeconds(10));
    }

    public static ClientCredentialsGranted ownToken(int grant, int app) {
        return new ClientCredentialsGranted(
                grant(grant),
                Examples.HUB,
                app(app),
                Examples.WORKSPACE,
                accessToken(grant, 1, null));
    }

    private static Succession succession(int grant, int generation, @Nullable String boundKey) {
        return new Succession(
                "salt",
                accessToken(grant, generation, boundKey),
                tokenDigest(refreshToken(grant, generation)));
    }

    private static AccessTokenRecord accessToken(
            int grant, int generation, @Nullable String boundKey) {
        return new AccessTokenRecord(
                tokenDigest(token(grant, generation)),
                "jti-" + grant + "-" + generation,
                List.of("read:members", "write:members"),
                ISSUED,
                EXPIRES,
                boundKey);
    }

    /** What the app sends: shaped like a JSON Web Token, the same for the same numbers. */
    public static String token(int grant, int generation) {
        String claims = "{\"jti\":\"%d-%d\"}".formatted(grant, generation);
        return "eyJhbGciOiJSUzI1NiJ9." + base64(claims) + "." + base64("signature");
    }

    public static String token(int grant) {
        return token(grant, 1);
    }

    public static String code(int grant) {
        return "code of " + grant;
    }

    public static String refreshToken(int grant, int generation) {
        return "refresh token " + generation + " of " + grant;
    }

    public static TokenDigest tokenDigest(String token) {
        return new TokenDigest(digest(token), "p1");
    }

    public static Digest digest(String token) {
        return Examples.anyDigest(token);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
