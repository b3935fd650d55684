/** Where people arrive: the hubs, and the workspaces that they may enter. */
@NullMarked
package io.keyledger.server.console.home;

import org.jspecify.annotations.NullMarked;
