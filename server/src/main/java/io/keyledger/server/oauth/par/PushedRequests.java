package io.keyledger.server.oauth.par;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.server.seal.Seal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Authorization requests that an app has pushed (RFC 9126). Each can be taken once, by the app that
 * pushed it, within {@link #LIFETIME}.
 */
public final class PushedRequests {

    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
    private static final String PURPOSE = "keyledger pushed authorization request";
    private static final int HANDLE_BYTES = 32;

    private final PushedRequestTable table;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PushedRequests(PushedRequestTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Keeps a request.
     *
     * @param parameters of the authorization request, without the client's authentication
     * @return the {@code request_uri} by which the app can have it back, once
     */
    String push(OAuthAppId app, Map<String, String> parameters) {
        String handle = handle();
        byte[] sealed = seal(handle, app).close(written(parameters).getBytes(UTF_8));
        table.insert(digest(handle), app, sealed, clock.instant().plus(LIFETIME));
        return PREFIX + handle;
    }

    /**
     * Takes a request out.
     *
     * @param app that asks now; another than the one that pushed it gets nothing and burns nothing
     * @return its parameters; nothing when there is none, it is over, or it was taken before
     */
    public Optional<Map<String, String>> take(OAuthAppId app, String requestUri) {
        if (!requestUri.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String handle = requestUri.substring(PREFIX.length());
        Instant now = clock.instant();
        return table.take(digest(handle), app, now)
                .flatMap(sealed -> seal(handle, app).open(sealed))
                .map(PushedRequests::read);
    }

    private String handle() {
        byte[] bytes = new byte[HANDLE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Seal seal(String handle, OAuthAppId app) {
        return Seal.of(handle, app.value(), PURPOSE);
    }

    private static byte[] digest(String handle) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(handle.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(Map<String, String> parameters) {
        Map<String, List<String>> lists = new HashMap<>();
        parameters.forEach((name, value) -> lists.put(name, List.of(value)));
        return URLUtils.serializeParameters(lists);
    }

    private static Map<String, String> read(byte[] written) {
        Map<String, String> parameters = new HashMap<>();
        URLUtils.parseParameters(new String(written, UTF_8))
                .forEach((name, values) -> parameters.put(name, values.getFirst()));
        return Map.copyOf(parameters);
    }
}
