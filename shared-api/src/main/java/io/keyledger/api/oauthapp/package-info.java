/** OAuth apps: the clients (RFC 6749 §2) that ask people for access on their behalf. */
@NullMarked
package io.keyledger.api.oauthapp;

import org.jspecify.annotations.NullMarked;
