/** The OAuth surface of a hub: where it stands, and who answers there. */
@NullMarked
package io.keyledger.server.oauth.hub;

import org.jspecify.annotations.NullMarked;
