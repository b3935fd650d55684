/** The token endpoint: codes, refresh tokens and client credentials become tokens. */
@NullMarked
package io.keyledger.server.oauth.token;

import org.jspecify.annotations.NullMarked;
