/** How far the read models are, and their rebuilds, in the admin API. */
@NullMarked
package io.keyledger.server.controlplane.projection;

import org.jspecify.annotations.NullMarked;
