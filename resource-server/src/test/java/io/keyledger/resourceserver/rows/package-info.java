/** Access filters on rows of a real PostgreSQL. */
@NullMarked
package io.keyledger.resourceserver.rows;

import org.jspecify.annotations.NullMarked;
