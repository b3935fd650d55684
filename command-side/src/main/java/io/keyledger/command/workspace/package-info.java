/** Workspaces: registering, renaming, changing plan, suspending and resuming. */
@NullMarked
package io.keyledger.command.workspace;

import org.jspecify.annotations.NullMarked;
