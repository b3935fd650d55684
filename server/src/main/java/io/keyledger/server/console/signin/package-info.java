/** The way into the console, and out of it. */
@NullMarked
package io.keyledger.server.console.signin;

import org.jspecify.annotations.NullMarked;
