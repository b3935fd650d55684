/** Tests of the data plane, over real sockets. */
@NullMarked
package io.keyledger.server.dataplane;

import org.jspecify.annotations.NullMarked;
