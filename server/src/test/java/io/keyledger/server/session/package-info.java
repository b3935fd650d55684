/** Tests of sessions. */
@NullMarked
package io.keyledger.server.session;

import org.jspecify.annotations.NullMarked;
