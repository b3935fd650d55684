package io.keyledger.server.ledger;

import java.io.Serial;

/**
 * The ledger cannot be reached, or is too slow. The answer to this is 503. When it was lost at the
 * very moment of the commit, the change may have been made all the same: the caller has to ask
 * again with the same {@code Idempotency-Key}.
 */
public final class LedgerUnavailableException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    LedgerUnavailableException(Throwable cause) {
        super("the ledger cannot be reached", cause, false, false);
    }
}
