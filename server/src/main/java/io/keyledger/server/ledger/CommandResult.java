package io.keyledger.server.ledger;

import java.time.Instant;

/**
 * Where a command has left its aggregate.
 *
 * @param position of the aggregate's newest entry in the ledger, whether this command wrote it or,
 *     because it changed nothing, an earlier one
 * @param version how many entries the aggregate had before that one: what {@code If-Match} compares
 * @param recordedAt when that entry was written, to the microsecond
 */
public record CommandResult(long position, long version, Instant recordedAt) {}
