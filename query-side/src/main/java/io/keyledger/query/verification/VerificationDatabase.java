package io.keyledger.query.verification;

import javax.sql.DataSource;

/**
 * The ways in which verification reaches the ledger's database.
 *
 * @param ledger takes part in the transaction that appends events
 * @param verification a small pool that nothing else uses, with timeouts of about one lease for
 *     waiting, connecting and reading
 */
public record VerificationDatabase(
        DataSource ledger, DataSource verification, DedicatedConnections dedicated) {}
