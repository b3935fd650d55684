/**
 * The authorization endpoint (RFC 6749 §3.1) of every hub: an app sends a person here, the person
 * says in which workspace the app may do what, and goes back with a code.
 */
@NullMarked
package io.keyledger.server.authorize;

import org.jspecify.annotations.NullMarked;
