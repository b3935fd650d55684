/** The side that decides: which aggregates there are, and how commands find them. */
@NullMarked
package io.keyledger.command;

import org.jspecify.annotations.NullMarked;
