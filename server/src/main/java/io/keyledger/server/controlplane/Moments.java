package io.keyledger.server.controlplane;

import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Instants in parameters and fields: ISO 8601, with an offset. */
public final class Moments {

    private Moments() {}

    /**
     * Reads an instant.
     *
     * @param name of the parameter
     * @param text null when it was not given
     */
    public static @Nullable Instant of(String name, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw ProblemException.of(
                    ProblemCode.INVALID_PARAMETER,
                    name,
                    "Write the instant as in 2026-11-25T08:00:00Z.");
        }
    }

    /**
     * The same, and one that is over, or now when none was given: what will be is not on record.
     */
    public static Instant past(String name, @Nullable String text, Clock clock) {
        Instant now = clock.instant();
        Instant instant = of(name, text);
        if (instant != null && instant.isAfter(now)) {
            throw ProblemException.of(
                    ProblemCode.INVALID_PARAMETER,
                    name,
                    "This instant is yet to come. Nobody knows what will be changed until then.");
        }
        return instant == null ? now : instant;
    }
}
