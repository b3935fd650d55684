/** What the process says to the terminal that started it. */
@NullMarked
package io.keyledger.server.cli;

import org.jspecify.annotations.NullMarked;
