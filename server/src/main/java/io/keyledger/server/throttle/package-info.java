/** Counts what must not happen too often, in bounded memory. */
@NullMarked
package io.keyledger.server.throttle;

import org.jspecify.annotations.NullMarked;
