/** Who calls the control plane, for whom, with which conditions. */
@NullMarked
package io.keyledger.server.controlplane.caller;

import org.jspecify.annotations.NullMarked;
