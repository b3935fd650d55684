package io.keyledger.command.oauthapp;

import static io.keyledger.api.rejection.RejectionReason.APP_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.OAUTH_NOT_OFFERED;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;

/** Which app may be registered: once, and at a hub where it can be used. */
final class RegistrationPolicy {

    private RegistrationPolicy() {}

    /** Asking for the same again is a retry, whatever has become of the app since. */
    static Optional<Rejection> same(OAuthAppRegistered wanted, OAuthAppRegistered registered) {
        return Rejection.when(!wanted.equals(registered), APP_ID_TAKEN, "id", wanted.app());
    }

    static Optional<Rejection> offered(HubProfile profile) {
        return Rejection.when(profile.oauth() == null, OAUTH_NOT_OFFERED);
    }
}
