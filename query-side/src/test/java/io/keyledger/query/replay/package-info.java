/** What the ledger tells of the past, compared with what was true then. */
@NullMarked
package io.keyledger.query.replay;

import org.jspecify.annotations.NullMarked;
