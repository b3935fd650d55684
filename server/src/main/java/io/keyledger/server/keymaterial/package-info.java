/** Keys that the operator keeps: where they come from, and whether they are strong. */
@NullMarked
package io.keyledger.server.keymaterial;

import org.jspecify.annotations.NullMarked;
