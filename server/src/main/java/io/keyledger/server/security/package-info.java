/**
 * Opens the control plane to Keyledger keys: the built-in hub's verdict decides on each request.
 */
@NullMarked
package io.keyledger.server.security;

import org.jspecify.annotations.NullMarked;
