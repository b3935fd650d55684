package io.keyledger.query.replay;

import java.time.Instant;

/**
 * One entry of the ledger.
 *
 * @param at when it happened, by the clock of the node that did it
 * @param event in its newest revision
 */
public record LedgerEntry(long position, Instant at, Object event) {}
