package io.keyledger.command.grant;

import static io.keyledger.api.rejection.RejectionReason.APP_DELETED;
import static io.keyledger.api.rejection.RejectionReason.APP_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.OAUTH_NOT_OFFERED;
import static io.keyledger.command.policy.Policies.existing;
import static io.keyledger.command.policy.Policies.uphold;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.oauthapp.OAuthApps;
import io.keyledger.command.oauthapp.RegisteredApp;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;

/** What a hub and an app of it are now: a grant says what was agreed to, these what still holds. */
record Terms(HubProfile profile, OAuthRules rules, RegisteredApp app) {

    /**
     * The terms of an app that its hub lets speak OAuth. An app of another hub looks like none.
     *
     * @throws io.keyledger.api.rejection.CommandRejected when there is no such app or no OAuth
     */
    static Terms of(HubId hub, OAuthAppId app, HubProfiles hubs, OAuthApps apps) {
        RegisteredApp registered =
                existing(
                        apps.find(app).filter(it -> it.hub().equals(hub)), APP_UNKNOWN, "app", app);
        uphold(Rejection.when(registered.deleted(), APP_DELETED));
        HubProfile profile = existing(hubs.current(hub), HUB_UNKNOWN, "hub", hub);
        OAuthRules rules =
                existing(Optional.ofNullable(profile.oauth()), OAUTH_NOT_OFFERED, "hub", hub);
        return new Terms(profile, rules, registered);
    }
}
