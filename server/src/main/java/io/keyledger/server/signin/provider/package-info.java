/** Lets people sign in with their hub's own OpenID Connect provider, where one is configured. */
@NullMarked
package io.keyledger.server.signin.provider;

import org.jspecify.annotations.NullMarked;
