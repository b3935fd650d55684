/** Why a command is refused: one closed list, shared by those who decide and those who answer. */
@NullMarked
package io.keyledger.api.rejection;

import org.jspecify.annotations.NullMarked;
