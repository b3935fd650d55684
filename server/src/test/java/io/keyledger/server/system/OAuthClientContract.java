package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.OAuthSurface.App;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a client that others wrote can do at each hub, as it comes from its authors. */
@ExtendWith(SharedDemo.class)
abstract class OAuthClientContract {

    private static final String WORKSPACE = "Acme";

    /** An app that uses the client. */
    abstract ThirdPartyApp start(OAuthSurface hub, App app) throws Exception;

    @ParameterizedTest
    @EnumSource
    void connectsAndRefreshesUntilItsTokenIsRevoked(OAuthGuide guide, RunningServer server)
            throws Exception {
        OAuthSurface hub = new OAuthSurface(server, guide);
        Person person = hub.person(hub.workspace(WORKSPACE, guide.plan()));
        App app = registered(hub);

        try (ThirdPartyApp client = start(hub, app)) {
            JsonNode first = tokens(person.allow(client.connect(), WORKSPACE), guide);
            assertOpensWhatWasAllowed(hub, first);
            JsonNode second = tokens(person.open(client.refresh()), guide);
            assertThat(text(second, "access_token")).isNotEqualTo(text(first, "access_token"));
            assertThat(text(second, "refresh_token")).isNotEqualTo(text(first, "refresh_token"));
            assertOpensWhatWasAllowed(hub, second);
            revoke(client, hub, app, second);
            assertRefusal(
                    hub.call(guide.open(), text(second, "access_token")), 401, guide.revoked());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToldWhenThePersonSaysNo(OAuthGuide guide, RunningServer server) throws Exception {
        OAuthSurface hub = new OAuthSurface(server, guide);
        Person person = hub.person(hub.workspace(WORKSPACE, guide.plan()));

        try (ThirdPartyApp client = start(hub, registered(hub))) {
            WebPage told = person.deny(client.connect(), WORKSPACE);

            assertThat(told.status()).as(told.body()).isEqualTo(403);
            assertThat(told.body()).contains("access_denied");
        }
    }

    /** By the hub's endpoint for it; clients that can do so themselves show that. */
    void revoke(ThirdPartyApp client, OAuthSurface hub, App app, JsonNode tokens)
            throws IOException {
        HttpResponse<String> answer =
                hub.post(
                        hub.guide().revocationPath(),
                        Map.of(
                                "token", text(tokens, "refresh_token"),
                                "client_id", app.id(),
                                "client_secret", app.secret()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }

    private static App registered(OAuthSurface hub) throws IOException {
        return hub.app(
                hub.workspace("Makers of apps", hub.guide().plan()),
                ThirdPartyApp.REDIRECT_URI,
                hub.guide().scope());
    }

    private static JsonNode tokens(WebPage shown, OAuthGuide guide) {
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        JsonNode tokens = Admin.JSON.readTree(shown.body());
        assertThat(text(tokens, "token_type")).isEqualToIgnoringCase("Bearer");
        assertThat(text(tokens, "scope")).isEqualTo(guide.scope());
        assertThat(tokens.get("expires_in").intValue()).isBetween(3_540, 3_600);
        return tokens;
    }

    private static void assertOpensWhatWasAllowed(OAuthSurface hub, JsonNode tokens)
            throws IOException {
        String token = text(tokens, "access_token");
        assertAdmitted(hub.call(hub.guide().open(), token));
        assertRefusal(hub.call(hub.guide().closed(), token), 403, hub.guide().insufficientScope());
    }
}
