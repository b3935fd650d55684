/** What the inventory guarantees. */
@NullMarked
package io.keyledger.query.inventory;

import org.jspecify.annotations.NullMarked;
