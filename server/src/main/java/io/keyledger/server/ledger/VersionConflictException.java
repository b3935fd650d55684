package io.keyledger.server.ledger;

import java.io.Serial;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate is not what the caller thinks it is, or others keep changing it. Nothing has
 * changed.
 */
public final class VersionConflictException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final @Nullable Long expected;

    VersionConflictException(OptionalLong expected, @Nullable Throwable cause) {
        super("changed by somebody else", cause, false, false);
        this.expected = expected.isPresent() ? expected.getAsLong() : null;
    }

    /** The version that the caller named; empty when it named none and lost every race. */
    public OptionalLong expected() {
        return expected == null ? OptionalLong.empty() : OptionalLong.of(expected);
    }
}
