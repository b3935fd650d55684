/** Asks Keyledger's data plane over HTTP. */
@NullMarked
package io.keyledger.resourceserver.remote;

import org.jspecify.annotations.NullMarked;
