package io.keyledger.server.console.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An instant as a browser's field for date and time sends it: without a zone, which is UTC here.
 */
final class LocalMoment {

    private static final Pattern WITHOUT_ZONE =
            Pattern.compile("\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");

    private LocalMoment() {}

    /** The same with its zone; whatever else it is stays as it is. */
    static @Nullable String instant(@Nullable String text) {
        return text != null && WITHOUT_ZONE.matcher(text).matches() ? text + "Z" : text;
    }
}
