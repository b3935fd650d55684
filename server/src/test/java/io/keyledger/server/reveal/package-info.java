/** Tests of recoverable secrets. */
@NullMarked
package io.keyledger.server.reveal;

import org.jspecify.annotations.NullMarked;
