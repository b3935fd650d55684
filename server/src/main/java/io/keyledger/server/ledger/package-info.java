/** The ledger: Axon on PostgreSQL, how events are stored, and the one door for commands. */
@NullMarked
package io.keyledger.server.ledger;

import org.jspecify.annotations.NullMarked;
