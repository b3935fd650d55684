package io.keyledger.server.signin;

import io.keyledger.server.oauth.hub.OAuthHub;
import java.util.Optional;

/** Knows which app a person is on the way to. */
public interface Destinations {

    /**
     * The app that has sent the person here.
     *
     * @param continuation a checked one
     */
    Optional<Destination> of(OAuthHub hub, String continuation);

    /**
     * An app, and where it is.
     *
     * @param formTarget where forms may lead, so that the way back to the app is open (CSP)
     */
    record Destination(String app, String formTarget) {}
}
