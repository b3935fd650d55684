/** The people of a workspace in the console: who they are, what they may do, and their leaving. */
@NullMarked
package io.keyledger.server.console.people;

import org.jspecify.annotations.NullMarked;
