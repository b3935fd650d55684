/** OAuth apps in the console: who registers them, what they are, and their end. */
@NullMarked
package io.keyledger.server.console.oauthapp;

import org.jspecify.annotations.NullMarked;
