/** Makes an access filter hold for rows: in memory, in SQL, and for writes. */
@NullMarked
package io.keyledger.resourceserver.rows;

import org.jspecify.annotations.NullMarked;
