/** Campaigns and their filters in the admin API. */
@NullMarked
package io.keyledger.server.controlplane.campaign;

import org.jspecify.annotations.NullMarked;
