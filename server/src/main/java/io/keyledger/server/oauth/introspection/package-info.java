/** An app asks whether a token of its own lives (RFC 7662). */
@NullMarked
package io.keyledger.server.oauth.introspection;

import org.jspecify.annotations.NullMarked;
