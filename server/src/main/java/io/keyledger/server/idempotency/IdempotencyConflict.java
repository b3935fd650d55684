package io.keyledger.server.idempotency;

import java.io.Serial;

/** An idempotency key cannot be used for this call, or not now. Nothing was done. */
public final class IdempotencyConflict extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final Kind kind;

    IdempotencyConflict(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Why the key cannot be used. */
    public enum Kind {
        /** The first call with this key is still being worked on. */
        IN_PROGRESS,
        /** The key was used for another request. */
        DIFFERENT_REQUEST,
        /**
         * The call was answered to another secret of the same caller, and only that one opens it.
         */
        SEALED_FOR_ANOTHER_SECRET
    }
}
