package io.keyledger.server.controlplane.documentation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Command lines for a POSIX shell. The token stands in a variable, which is set once. */
final class Curl {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Curl() {}

    static String command(String method, String url, @Nullable Map<String, Object> body) {
        StringBuilder command = new StringBuilder("curl");
        if (!method.equals("GET")) {
            command.append(" -X ").append(method);
        }
        command.append(' ').append(quoted(url));
        command.append(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
        if (body != null) {
            command.append(" \\\n  -H 'Content-Type: application/json'");
            command.append(" \\\n  -d ").append(quoted(json(body)));
        }
        return command.toString();
    }

    /** One segment of a path, or a value in a query. */
    static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    static String json(Map<String, Object> body) {
        return JSON.writeValueAsString(body);
    }

    /** In single quotes a shell leaves everything alone but the quote itself. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
