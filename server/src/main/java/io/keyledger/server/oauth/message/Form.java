package io.keyledger.server.oauth.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.server.problem.BodyTooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The parameters of a request, each of them once (RFC 6749 §3.2). One without a value is as good as
 * left out.
 */
public final class Form {

    private final Map<String, String> parameters;

    private Form(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * The form in a request's body.
     *
     * @throws OAuthRefusal when there is none, it is not well-formed, or something is in the query
     */
    static Form in(HttpServletRequest request) throws IOException {
        if (request.getQueryString() != null) {
            throw invalid("Parameters belong into the body, not into the URL.");
        }
        if (!isForm(request.getContentType())) {
            throw OAuthRefusal.of(
                    OAuth2Error.INVALID_REQUEST,
                    415,
                    "Send the parameters as application/x-www-form-urlencoded.");
        }
        return parse(body(request));
    }

    /**
     * Reads a form.
     *
     * @throws OAuthRefusal when it is not well-formed or has a parameter twice
     */
    static Form parse(String encoded) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (parameters.putIfAbsent(name, value) != null && !name.isEmpty()) {
                throw invalid("A parameter is there more than once.");
            }
        }
        parameters.values().removeIf(String::isEmpty);
        return new Form(parameters);
    }

    /** A parameter's value; nothing when it is left out. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * A parameter's value.
     *
     * @throws OAuthRefusal when it is left out
     */
    public String required(String name) {
        return find(name).orElseThrow(() -> invalid("The parameter " + name + " is missing."));
    }

    /** All parameters. */
    public Map<String, String> all() {
        return parameters;
    }

    /** All parameters, as Nimbus takes them. */
    public Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new HashMap<>();
        parameters.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    /** Leaves the values out: secrets are among them. */
    @Override
    public String toString() {
        return "Form" + parameters.keySet();
    }

    private static boolean isForm(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(
                            MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static String body(HttpServletRequest request) throws IOException {
        try {
            return new String(request.getInputStream().readAllBytes(), UTF_8);
        } catch (BodyTooLargeException _) {
            throw OAuthRefusal.of(OAuth2Error.INVALID_REQUEST, 413, "The body is too large.");
        }
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException _) {
            throw invalid("The body is not a well-formed form.");
        }
    }

    private static OAuthRefusal invalid(String description) {
        return OAuthRefusal.of(OAuth2Error.INVALID_REQUEST, description);
    }
}
