/** The id that joins everything that one request caused: answers, log lines, and ledger entries. */
@NullMarked
package io.keyledger.server.correlation;

import org.jspecify.annotations.NullMarked;
