/** What every entry of the ledger carries beside its payload. */
@NullMarked
package io.keyledger.api.ledger;

import org.jspecify.annotations.NullMarked;
