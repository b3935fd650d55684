package io.keyledger.query.replay;

import io.keyledger.verdict.Credential;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants at which something ends; null for never. */
final class Ends {

    private Ends() {}

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** As verdicts see it. */
    static long millis(@Nullable Instant end) {
        return end == null ? Credential.FOREVER : end.toEpochMilli();
    }
}
