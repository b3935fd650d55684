package io.keyledger.api.rejection;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A command was refused by a policy. Nothing has changed.
 *
 * <p>The offending value is kept apart from the message: it is somebody's input, and may be shown
 * to the caller but is not for the log.
 */
public final class CommandRejected extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final RejectionReason reason;
    private final @Nullable String field;
    private final @Nullable String offendingValue;

    private CommandRejected(
            RejectionReason reason, @Nullable String field, @Nullable String offendingValue) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.field = field;
        this.offendingValue = offendingValue;
    }

    /** A refusal that concerns the target as a whole. */
    public static CommandRejected because(RejectionReason reason) {
        return new CommandRejected(reason, null, null);
    }

    /** A refusal of the value of one field of the command. */
    public static CommandRejected because(
            RejectionReason reason, String field, @Nullable String offendingValue) {
        return new CommandRejected(reason, field, offendingValue);
    }

    public RejectionReason reason() {
        return reason;
    }

    /** The field that was refused, as the API names it; null when it is the target as a whole. */
    public @Nullable String field() {
        return field;
    }

    /** The value that was refused; null when there is none to show. */
    public @Nullable String offendingValue() {
        return offendingValue;
    }
}
