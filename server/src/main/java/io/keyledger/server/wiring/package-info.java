/** Puts the two sides together: what one asks for, the other gives. */
@NullMarked
package io.keyledger.server.wiring;

import org.jspecify.annotations.NullMarked;
