/** The language of Keyledger: identifiers, and the one shape they share. */
@NullMarked
package io.keyledger.api;

import org.jspecify.annotations.NullMarked;
