/**
 * The data plane: answers “may this credential do this request?” over HTTP, with nothing but Netty
 * between the socket and the verdict.
 */
@NullMarked
package io.keyledger.server.dataplane;

import org.jspecify.annotations.NullMarked;
