/** Sealing under a secret that is not stored: what the database holds, it cannot open. */
@NullMarked
package io.keyledger.server.seal;

import org.jspecify.annotations.NullMarked;
