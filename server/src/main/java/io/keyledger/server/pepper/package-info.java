/**
 * The peppers: where they come from, whether they are strong, and whether they fit the database.
 */
@NullMarked
package io.keyledger.server.pepper;

import org.jspecify.annotations.NullMarked;
