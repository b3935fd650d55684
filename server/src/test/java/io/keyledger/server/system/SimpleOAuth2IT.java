package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.NodeClients.Installed;
import io.keyledger.server.system.OAuthSurface.App;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The client {@code simple-oauth2} of npm, which can revoke its tokens, too. */
@ExtendWith(NodeClients.class)
class SimpleOAuth2IT extends OAuthClientContract {

    private static Installed clients;

    @BeforeAll
    static void install(Installed installed) {
        clients = installed;
    }

    @Override
    ThirdPartyApp start(OAuthSurface hub, App app) throws IOException, InterruptedException {
        return clients.start("simple-oauth2.mjs", hub, app);
    }

    @Override
    void revoke(ThirdPartyApp client, OAuthSurface hub, App app, JsonNode tokens)
            throws IOException {
        WebPage page = new Person("", "", "").open(URI.create(client.url() + "/revoke"));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
    }
}
