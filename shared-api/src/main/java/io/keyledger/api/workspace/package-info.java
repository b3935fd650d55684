/** Workspaces: the customers of a hub, each on a plan. */
@NullMarked
package io.keyledger.api.workspace;

import org.jspecify.annotations.NullMarked;
