/** What a hub's OAuth offers, told to clients (RFC 8414). */
@NullMarked
package io.keyledger.server.oauth.metadata;

import org.jspecify.annotations.NullMarked;
