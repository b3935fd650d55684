/** Who is signed in at the console, and what they may see and change there. */
@NullMarked
package io.keyledger.server.console.access;

import org.jspecify.annotations.NullMarked;
