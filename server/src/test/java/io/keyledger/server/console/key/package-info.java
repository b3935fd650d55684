/** Keys in the console. */
@NullMarked
package io.keyledger.server.console.key;

import org.jspecify.annotations.NullMarked;
