/** Proof that a request comes from whoever has a token's key (RFC 9449). */
@NullMarked
package io.keyledger.server.oauth.dpop;

import org.jspecify.annotations.NullMarked;
