package io.keyledger.server.console.words;

import io.keyledger.api.hub.KeyRules;
import io.keyledger.server.page.Period;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How long an old secret may live on after a rotation. */
public final class Graces {

    /** The field of the forms that ask for it. */
    public static final String FIELD = "gracePeriod";

    private static final List<Duration> USUAL =
            List.of(
                    Duration.ZERO,
                    Duration.ofHours(1),
                    Duration.ofHours(24),
                    Duration.ofDays(7),
                    Duration.ofDays(30));

    private Graces() {}

    /** From none to the most that the hub allows; its own is among them. */
    public static List<Choice> of(KeyRules rules) {
        return Stream.concat(USUAL.stream(), Stream.of(rules.rotationGrace(), rules.longestGrace()))
                .filter(it -> it.compareTo(rules.longestGrace()) <= 0)
                .distinct()
                .sorted()
                .map(it -> Choice.of(it, it.equals(rules.rotationGrace())))
                .toList();
    }

    /** What a form has sent. */
    public static Duration read(String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeException _) {
            throw ProblemException.of(ProblemCode.INVALID_FIELD, FIELD, "Choose one of these.");
        }
    }

    /**
     * One of them.
     *
     * @param value as forms send it
     * @param own whether it is the hub's own
     */
    public record Choice(String value, String title, boolean own) {

        static Choice of(Duration grace, boolean own) {
            return new Choice(
                    grace.toString(),
                    grace.isZero() ? "Not at all: it ends at once" : Period.inWords(grace),
                    own);
        }
    }
}
