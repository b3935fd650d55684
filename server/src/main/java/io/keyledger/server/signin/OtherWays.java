package io.keyledger.server.signin;

import io.keyledger.server.oauth.hub.OAuthHub;
import java.util.Optional;

/** Knows how else than with a password people may sign in. */
public interface OtherWays {

    /** The other way, when the hub has one. */
    Optional<Way> of(OAuthHub hub, String continuation, boolean again);

    /**
     * A link to somewhere else.
     *
     * @param called what people know it by
     * @param link relative to the sign-in page
     */
    record Way(String called, String link) {}
}
