package io.keyledger.server.system;

import io.keyledger.server.system.OAuthSurface.App;

/** Spring Security's OAuth 2.0 client, configured by the hub's metadata. */
class SpringSecurityClientIT extends OAuthClientContract {

    @Override
    ThirdPartyApp start(OAuthSurface hub, App app) {
        return SpringApp.start(hub, app);
    }
}
