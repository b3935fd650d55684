/** Hubs in the admin API: what may be chosen when a workspace or a key is made. */
@NullMarked
package io.keyledger.server.controlplane.hub;

import org.jspecify.annotations.NullMarked;
