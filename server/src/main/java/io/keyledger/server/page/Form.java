package io.keyledger.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The fields of a form that was sent. Only the body counts: nothing is taken from the URL. */
public final class Form {

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = Map.copyOf(fields);
    }

    static Form read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        return new Form(URLUtils.parseParameters(new String(body, UTF_8)));
    }

    /** The value of a field; empty when it is not there once. */
    public String value(String field) {
        List<String> values = fields.getOrDefault(field, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }

    /** Leaves the values out: one may be a password. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
