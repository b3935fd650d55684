package io.keyledger.query.verification;

/** The position of the ledger entry whose transaction is writing an enforcement table. */
public final class LedgerPosition {

    /**
     * SQL for it: the sequence behind the event table's primary key, as this connection used it
     * last. An expression and not a query of its own, because it is evaluated while all appends
     * wait.
     */
    public static final String CURRENT = "currval('ledger_event_global_index_seq')";

    private LedgerPosition() {}
}
