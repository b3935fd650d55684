package io.keyledger.server.console.oauthapp;

import io.keyledger.api.hub.KeyRules;
import io.keyledger.server.page.Period;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the old secret may live on.
 *
 * @param value as forms send it; empty for the hub's own
 */
public record Grace(String value, String title, String hint) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);

    static List<Grace> choices(KeyRules rules) {
        Grace own =
                new Grace("", "For " + Period.inWords(rules.rotationGrace()), "as this hub says");
        Grace none = new Grace("PT0S", "Not at all", "every older secret is refused at once");
        Stream<Grace> others =
                Stream.of(HOUR, WEEK)
                        .filter(it -> !it.equals(rules.rotationGrace()))
                        .filter(it -> it.compareTo(rules.longestGrace()) <= 0)
                        .map(it -> new Grace(it.toString(), "For " + Period.inWords(it), ""));
        return Stream.concat(Stream.concat(Stream.of(own), others), Stream.of(none)).toList();
    }

    /** What a form has sent; null for the hub's own. */
    static @Nullable Duration read(String value) {
        try {
            return value.isEmpty() ? null : Duration.parse(value);
        } catch (DateTimeParseException _) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD, "gracePeriod", "Choose one of these.");
        }
    }
}
