package io.keyledger.command.policy;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy's refusal, as data.
 *
 * @param field the field of the command that was refused; null when it is the target as a whole
 * @param offendingValue an excerpt of the value that was refused; null when there is none to show
 */
public record Rejection(
        RejectionReason reason, @Nullable String field, @Nullable String offendingValue) {

    /** A refusal that concerns the target as a whole, when {@code refused}. */
    public static Optional<Rejection> when(boolean refused, RejectionReason reason) {
        return refused ? Optional.of(new Rejection(reason, null, null)) : Optional.empty();
    }

    /** A refusal of the value of one field, when {@code refused}. */
    public static Optional<Rejection> when(
            boolean refused, RejectionReason reason, String field, @Nullable Object value) {
        return refused ? Optional.of(of(reason, field, value)) : Optional.empty();
    }

    /** A refusal of the value of one field. */
    public static Rejection of(RejectionReason reason, String field, @Nullable Object value) {
        return new Rejection(reason, field, value == null ? null : Text.excerpt(value.toString()));
    }

    CommandRejected exception() {
        return field == null
                ? CommandRejected.because(reason)
                : CommandRejected.because(reason, field, offendingValue);
    }
}
