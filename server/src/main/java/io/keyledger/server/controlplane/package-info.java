/** The control plane: the admin REST API, by resource. */
@NullMarked
package io.keyledger.server.controlplane;

import org.jspecify.annotations.NullMarked;
