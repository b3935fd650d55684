package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the question of introspection (RFC 7662 §2.1): the parameter {@code token} of a form, or
 * the member of a JSON object. What else is sent, such as {@code token_type_hint}, is ignored.
 */
final class IntrospectedToken {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN = "token";
    private static final int MOST_PARAMETERS = 20;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private IntrospectedToken() {}

    /**
     * @throws RequestRefused when the body has not exactly one token
     */
    static String in(Exchange exchange) {
        String body = exchange.body().toString(StandardCharsets.UTF_8);
        String token = isForm(exchange.headers()) ? inForm(body) : inJson(exchange.headers(), body);
        if (token == null || token.isEmpty()) {
            throw new RequestRefused(
                    ErrorCode.FIELD_MISSING, TOKEN, "The token to introspect is required.");
        }
        return token;
    }

    private static boolean isForm(HttpHeaders headers) {
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        return type != null
                && type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)
                && !headers.contains(HttpHeaderNames.CONTENT_ENCODING);
    }

    private static @Nullable String inForm(String body) {
        List<String> tokens =
                new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true)
                        .parameters()
                        .getOrDefault(TOKEN, List.of());
        if (tokens.size() > 1) {
            throw new RequestRefused(
                    ErrorCode.FIELD_REPEATED, TOKEN, ErrorCode.FIELD_REPEATED.text());
        }
        return tokens.isEmpty() ? null : tokens.getFirst();
    }

    private static @Nullable String inJson(HttpHeaders headers, String body) {
        MediaTypes.requireJson(headers);
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? json.path(TOKEN).stringValue(null) : null;
        } catch (JacksonException _) {
            throw new RequestRefused(ErrorCode.JSON_MALFORMED);
        }
    }
}
