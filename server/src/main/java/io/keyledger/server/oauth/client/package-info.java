/** Who asks at an endpoint for clients: the app, authenticated or public. */
@NullMarked
package io.keyledger.server.oauth.client;

import org.jspecify.annotations.NullMarked;
