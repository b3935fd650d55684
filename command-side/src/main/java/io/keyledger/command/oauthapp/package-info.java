/** OAuth apps: registering, changing and deleting them, and where they may send people back to. */
@NullMarked
package io.keyledger.command.oauthapp;

import org.jspecify.annotations.NullMarked;
