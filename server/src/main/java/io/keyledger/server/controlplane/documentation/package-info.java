/** The public documentation of keys: what one key may do, for whoever builds with it. */
@NullMarked
package io.keyledger.server.controlplane.documentation;

import org.jspecify.annotations.NullMarked;
