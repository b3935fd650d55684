/** Lets people of a hub sign in and out with their password, and change it. */
@NullMarked
package io.keyledger.server.signin;

import org.jspecify.annotations.NullMarked;
