/** Pages of lists: keyset cursors that stay true while the list grows. */
@NullMarked
package io.keyledger.query.paging;

import org.jspecify.annotations.NullMarked;
