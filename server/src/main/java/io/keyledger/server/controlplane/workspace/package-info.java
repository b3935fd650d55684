/** Workspaces in the admin API. */
@NullMarked
package io.keyledger.server.controlplane.workspace;

import org.jspecify.annotations.NullMarked;
