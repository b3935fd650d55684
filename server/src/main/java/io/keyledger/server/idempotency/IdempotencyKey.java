package io.keyledger.server.idempotency;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller names a call by. The draft asks for a quoted string; a bare one is taken as well,
 * because many clients send it so.
 *
 * @param value without quotes; 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    /** The request header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("(\"?)([!#-\\[\\]-~]{1,255})\\1");

    /** Reads a header value; nothing when it has not the form. */
    public static Optional<IdempotencyKey> parse(String header) {
        Matcher matcher = FORM.matcher(header.strip());
        return matcher.matches()
                ? Optional.of(new IdempotencyKey(matcher.group(2)))
                : Optional.empty();
    }
}
