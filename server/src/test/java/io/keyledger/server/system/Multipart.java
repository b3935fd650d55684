package io.keyledger.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A form with a file, as browsers send it (RFC 7578). */
final class Multipart {

    private Multipart() {}

    static List<byte[]> of(
            String boundary, Map<String, String> fields, String fileField, byte[] file) {
        List<byte[]> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(part(boundary, "name=\"" + name + "\"", value)));
        String names = "name=\"" + fileField + "\"; filename=\"logo.png\"";
        parts.add(part(boundary, names + "\r\nContent-Type: image/png", ""));
        parts.add(file);
        parts.add(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return parts;
    }

    private static byte[] part(String boundary, String names, String value) {
        return "\r\n--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s"
                .formatted(boundary, names, value)
                .getBytes(UTF_8);
    }
}
