/** Decides: turns commands into events. */
@NullMarked
package io.keyledger.command;

import org.jspecify.annotations.NullMarked;
