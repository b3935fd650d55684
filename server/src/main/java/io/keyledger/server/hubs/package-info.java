/** The hubs of this installation: the bundled profiles, and those of {@code keyledger.hubs-dir}. */
@NullMarked
package io.keyledger.server.hubs;

import org.jspecify.annotations.NullMarked;
