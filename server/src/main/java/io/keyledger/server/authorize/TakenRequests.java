package io.keyledger.server.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.server.seal.Seal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pushed requests that were taken. They can be taken only once, and a person needs longer than they
 * last; so from then on the browser carries them, sealed under a key of the server's.
 */
final class TakenRequests {

    private static final String PREFIX = "urn:keyledger:taken-request:";
    private static final String PURPOSE = "keyledger taken authorization request";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Peppers peppers;
    private final Clock clock;

    TakenRequests(Peppers peppers, Clock clock) {
        this.peppers = peppers;
        this.clock = clock;
    }

    static boolean isOne(String requestUri) {
        return requestUri.startsWith(PREFIX);
    }

    /** The query of an authorization request that stands for this one. */
    String query(OAuthAppId app, Map<String, List<String>> parameters) {
        String text =
                clock.instant().plus(LIFETIME).getEpochSecond()
                        + "\n"
                        + URLUtils.serializeParameters(parameters);
        byte[] sealed = seal(peppers.current(), app).close(text.getBytes(UTF_8));
        return URLUtils.serializeParameters(
                Map.of(
                        "client_id",
                        List.of(app.value()),
                        "request_uri",
                        List.of(
                                PREFIX
                                        + Base64.getUrlEncoder()
                                                .withoutPadding()
                                                .encodeToString(sealed))));
    }

    /** The request itself; nothing when it is over, or was sealed for another app or not here. */
    Optional<Map<String, List<String>>> open(OAuthAppId app, String requestUri) {
        return decoded(requestUri.substring(PREFIX.length()))
                .flatMap(sealed -> open(app, sealed))
                .map(text -> text.split("\n", 2))
                .filter(this::isInTime)
                .map(parts -> URLUtils.parseParameters(parts[1]));
    }

    private Optional<String> open(OAuthAppId app, byte[] sealed) {
        return peppers.all().stream()
                .flatMap(pepper -> seal(pepper, app).open(sealed).stream())
                .findFirst()
                .map(bytes -> new String(bytes, UTF_8));
    }

    private boolean isInTime(String[] parts) {
        return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Seal seal(Pepper pepper, OAuthAppId app) {
        String secret = Base64.getEncoder().encodeToString(pepper.key().getEncoded());
        return Seal.of(secret, app.value(), PURPOSE);
    }
}
