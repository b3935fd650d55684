/** What surrounds the pages of the console. */
@NullMarked
package io.keyledger.server.console.frame;

import org.jspecify.annotations.NullMarked;
