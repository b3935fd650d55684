/** Who is signed in, in which browser: no more than a digest is kept of what the browser holds. */
@NullMarked
package io.keyledger.server.session;

import org.jspecify.annotations.NullMarked;
