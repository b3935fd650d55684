/** Tests of the authorization endpoint. */
@NullMarked
package io.keyledger.server.authorize;

import org.jspecify.annotations.NullMarked;
