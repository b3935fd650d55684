package io.keyledger.server.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a command has left its aggregate.
 *
 * @param position of the aggregate's newest entry in the ledger, whether this command wrote it or,
 *     because it changed nothing, an earlier one
 * @param version how many entries the aggregate had before that one: what {@code If-Match} compares
 * @param recordedAt when that entry was written, to the microsecond
 * @param answer what the aggregate itself answered; its id when the command is one that may create
 *     it, null when there is nothing to say
 */
public record CommandResult(
        long position, long version, Instant recordedAt, @Nullable Object answer) {}
