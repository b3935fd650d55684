package io.keyledger.server.console.access;

import io.keyledger.api.hub.HubId;
import java.io.Serial;

/** A page that is for those who are signed in was asked for by nobody. */
public final class SignInNeeded extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient HubId hub;

    SignInNeeded(HubId hub) {
        super("nobody is signed in", null, false, false);
        this.hub = hub;
    }

    /** Where to sign in. */
    public HubId hub() {
        return hub;
    }
}
