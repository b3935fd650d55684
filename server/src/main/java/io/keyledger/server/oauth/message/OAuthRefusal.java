package io.keyledger.server.oauth.message;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.io.Serial;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** A request is refused with an error of RFC 6749 §5.2 or of an extension. */
public final class OAuthRefusal extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private static final int TOO_MANY_REQUESTS = 429;

    private final transient ErrorObject error;
    private final transient Map<String, String> headers;

    private OAuthRefusal(ErrorObject error, Map<String, String> headers) {
        super(error.getCode(), null, false, false);
        this.error = error;
        this.headers = headers;
    }

    /**
     * A refusal.
     *
     * @param kind one of {@link OAuth2Error}
     * @param description what was wrong, for the app's developer; repeats nothing of the request
     */
    public static OAuthRefusal of(ErrorObject kind, String description) {
        return new OAuthRefusal(kind.setDescription(description), Map.of());
    }

    /** As {@link #of}, of another status than the kind has. */
    public static OAuthRefusal of(ErrorObject kind, int status, String description) {
        return new OAuthRefusal(
                kind.setDescription(description).setHTTPStatusCode(status), Map.of());
    }

    /** The method is none of those that are allowed. */
    public static OAuthRefusal method(String allowed) {
        return of(OAuth2Error.INVALID_REQUEST, 405, "Use " + allowed + ".")
                .with(HttpHeaders.ALLOW, allowed);
    }

    /** The truth is not known now, and may be soon. */
    public static OAuthRefusal unavailable() {
        return of(OAuth2Error.TEMPORARILY_UNAVAILABLE, 503, "Try again in a moment.")
                .with(HttpHeaders.RETRY_AFTER, "1");
    }

    /** It happened too often. */
    public static OAuthRefusal tooMany(Duration wait, String description) {
        return of(OAuth2Error.TEMPORARILY_UNAVAILABLE, TOO_MANY_REQUESTS, description)
                .with(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
    }

    /** With one header more, or instead of others. */
    public OAuthRefusal with(String header, String value) {
        return new OAuthRefusal(error, Map.of(header, value));
    }

    public ErrorObject error() {
        return error;
    }

    Map<String, String> headers() {
        return headers;
    }
}
