/** The hub registry: which profile of a hub judges, and what every version before it said. */
@NullMarked
package io.keyledger.command.hub;

import org.jspecify.annotations.NullMarked;
