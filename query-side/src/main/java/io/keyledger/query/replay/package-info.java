/**
 * Answers “what could this credential do at that moment, and would this request have been allowed?”
 * from the ledger.
 */
@NullMarked
package io.keyledger.query.replay;

import org.jspecify.annotations.NullMarked;
