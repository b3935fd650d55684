/** The words of the console. */
@NullMarked
package io.keyledger.server.console.words;

import org.jspecify.annotations.NullMarked;
