package io.keyledger.server.console.audit;

import io.keyledger.server.controlplane.Moments;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The moment that a form asks about. */
final class Moment {

    /** As the forms call it. */
    static final String FIELD = "at";

    private Moment() {}

    /** The moment that was typed; now when the field is empty. */
    static Instant of(@Nullable String typed, Clock clock) {
        String text = typed == null || typed.isBlank() ? null : typed.strip();
        return Moments.past(FIELD, LocalMoment.instant(text), clock);
    }
}
