/** Rebuilds read models from the ledger, into new tables, while the old ones serve. */
@NullMarked
package io.keyledger.server.rebuild;

import org.jspecify.annotations.NullMarked;
