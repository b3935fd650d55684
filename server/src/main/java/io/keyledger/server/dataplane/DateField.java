package io.keyledger.server.dataplane;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} field (RFC 9110 §6.6.1), formatted once a second. */
final class DateField {

    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private long second = -1;
    private byte[] line = {};

    byte[] line() {
        long now = System.currentTimeMillis() / 1000;
        if (now != second) {
            second = now;
            line = Answer.line("Date", IMF_FIXDATE.format(Instant.ofEpochSecond(now)));
        }
        return line;
    }
}
