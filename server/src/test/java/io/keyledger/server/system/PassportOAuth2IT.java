package io.keyledger.server.system;

import io.keyledger.server.system.NodeClients.Installed;
import io.keyledger.server.system.OAuthSurface.App;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client {@code passport-oauth2} of npm. */
@ExtendWith(NodeClients.class)
class PassportOAuth2IT extends OAuthClientContract {

    private static Installed clients;

    @BeforeAll
    static void install(Installed installed) {
        clients = installed;
    }

    @Override
    ThirdPartyApp start(OAuthSurface hub, App app) throws IOException, InterruptedException {
        return clients.start("passport-oauth2.mjs", hub, app);
    }
}
