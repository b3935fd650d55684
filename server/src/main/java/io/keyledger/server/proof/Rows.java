package io.keyledger.server.proof;

import io.keyledger.query.proof.LedgerRow;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The entries of the ledger one after the other, up to a position; read some at a time. */
final class Rows {

    private static final int BATCH = 500;

    private final LedgerRows ledger;
    private final long last;
    private final Deque<LedgerRow> read = new ArrayDeque<>();
    private long position;

    Rows(LedgerRows ledger, long last) {
        this.ledger = ledger;
        this.last = last;
    }

    /** The next one, which stays the next; null at the end. */
    @Nullable LedgerRow peek() {
        if (read.isEmpty()) {
            read.addAll(ledger.between(position, last, BATCH));
        }
        LedgerRow next = read.peek();
        position = next == null ? position : read.getLast().position();
        return next;
    }

    void next() {
        read.remove();
    }
}
