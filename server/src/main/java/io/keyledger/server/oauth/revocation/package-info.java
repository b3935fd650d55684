/** An app gives a token back (RFC 7009). */
@NullMarked
package io.keyledger.server.oauth.revocation;

import org.jspecify.annotations.NullMarked;
