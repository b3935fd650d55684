/** How far the read models are, and their rebuilds, for those who run Keyledger. */
@NullMarked
package io.keyledger.server.console.projection;

import org.jspecify.annotations.NullMarked;
