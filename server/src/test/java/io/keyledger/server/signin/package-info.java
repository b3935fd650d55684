/** Tests of signing in. */
@NullMarked
package io.keyledger.server.signin;

import org.jspecify.annotations.NullMarked;
