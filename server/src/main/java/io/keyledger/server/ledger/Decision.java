package io.keyledger.server.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How a command was decided, as its handling ends and before it is committed.
 *
 * @param version that the command leaves its aggregate at
 * @param answer what the aggregate answered; null when there is nothing to say
 */
record Decision(long version, @Nullable Object answer) {}
