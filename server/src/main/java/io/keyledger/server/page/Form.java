package io.keyledger.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a form that was sent. Only the body counts: nothing is taken from the URL. */
public final class Form {

    private final Map<String, List<String>> fields;
    private final Map<String, byte[]> files;

    private Form(Map<String, List<String>> fields, Map<String, byte[]> files) {
        this.fields = Map.copyOf(fields);
        this.files = Map.copyOf(files);
    }

    /** Reads the body of a request that is {@code application/x-www-form-urlencoded}. */
    public static Form read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        return new Form(URLUtils.parseParameters(new String(body, UTF_8)), Map.of());
    }

    /** Reads the body of a request that is {@code multipart/form-data}. */
    public static Form of(Collection<Part> parts) throws IOException {
        Map<String, List<String>> fields = new HashMap<>();
        Map<String, byte[]> files = new HashMap<>();
        for (Part part : parts) {
            byte[] content = part.getInputStream().readAllBytes();
            if (part.getSubmittedFileName() == null) {
                String value = new String(content, UTF_8);
                fields.computeIfAbsent(part.getName(), _ -> new ArrayList<>()).add(value);
            } else {
                files.put(part.getName(), content);
            }
        }
        return new Form(fields, files);
    }

    /** What was chosen to be uploaded; nothing when nothing was, or it is empty. */
    public Optional<byte[]> file(String field) {
        return Optional.ofNullable(files.get(field)).filter(it -> it.length > 0).map(byte[]::clone);
    }

    /** The value of a field; empty when it is not there once. */
    public String value(String field) {
        List<String> values = fields.getOrDefault(field, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }

    /** What was typed into a field, without the spaces around it; null when that is nothing. */
    public @Nullable String text(String field) {
        String text = value(field).strip();
        return text.isEmpty() ? null : text;
    }

    /** Every value of a field that may be there several times, such as a set of boxes to tick. */
    public List<String> values(String field) {
        return List.copyOf(fields.getOrDefault(field, List.of()));
    }

    /** Leaves the values out: one may be a password. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
