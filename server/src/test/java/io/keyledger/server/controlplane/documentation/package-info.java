/** The public documentation of keys, without a server around it. */
@NullMarked
package io.keyledger.server.controlplane.documentation;

import org.jspecify.annotations.NullMarked;
