/** Makes what must not be guessed: secrets and identifiers. */
@NullMarked
package io.keyledger.command.minting;

import org.jspecify.annotations.NullMarked;
