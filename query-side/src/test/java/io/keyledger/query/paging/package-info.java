/** What cursors guarantee. */
@NullMarked
package io.keyledger.query.paging;

import org.jspecify.annotations.NullMarked;
