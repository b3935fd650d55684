/** How aggregates of very many events are spared reading them all. */
@NullMarked
package io.keyledger.command.snapshot;

import org.jspecify.annotations.NullMarked;
