/** Authorization requests that the app sends ahead, behind the browser's back (RFC 9126). */
@NullMarked
package io.keyledger.server.oauth.par;

import org.jspecify.annotations.NullMarked;
