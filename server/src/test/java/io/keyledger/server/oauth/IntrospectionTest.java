package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.AppSide.error;
import static io.keyledger.server.oauth.AppSide.json;
import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static io.keyledger.server.oauth.OAuthWorld.NEXTORIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.oauthapp.OAuthAppCommand.DeleteOAuthApp;
import io.keyledger.api.workspace.WorkspaceCommand.SuspendWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An app asks about its own access tokens. */
@ExtendWith(WiredServer.class)
class IntrospectionTest {

    private static final String INACTIVE = "{\"active\":false}";

    private final OAuthWorld world;

    IntrospectionTest(OAuthWorld world) {
        this.world = world;
    }

    @AfterEach
    void resetClock() {
        world.clock().reset();
    }

    private String accessToken(App app) throws IOException {
        return world.as(app).tokens().get("access_token").stringValue();
    }

    /** Checklist IN-01. */
    @Test
    void nobodyAsksWithoutASecretOrByGet() throws IOException {
        App app = world.confidential(HUBNITY);
        AppSide side = world.as(app);
        String token = accessToken(app);

        HttpResponse<String> anonymous = side.raw("introspect", "token=" + token);
        HttpResponse<String> nameless =
                side.post("introspect", Map.of("token", token, "client_id", app.id().value()));
        HttpResponse<String> got =
                AppSide.send(
                        HttpRequest.newBuilder(URI.create(side.url("introspect")))
                                .header("Authorization", app.basic())
                                .build());
        App publicApp = world.publicApp(HUBNITY);

        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(nameless.statusCode()).isEqualTo(401);
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(world.as(publicApp).introspect(accessToken(publicApp)).statusCode())
                .isEqualTo(401);
    }

    /** Checklist IN-02, IN-03, IN-04 and IN-05: nobody can tell one cause from another. */
    @Test
    void whateverIsNotALiveAccessTokenOfTheAppLooksTheSame() throws IOException {
        App app = world.confidential(HUBNITY);
        Approval approval = world.approved(app);
        JsonNode tokens = world.as(app).tokens();
        String revoked = accessToken(app);
        world.as(app).revoke(revoked);

        for (String token :
                List.of(
                        "nonsense",
                        "hbn_at_" + "0".repeat(38),
                        "eyJhbGciOiJub25lIn0.e30.",
                        accessToken(world.confidential(HUBNITY)),
                        accessToken(world.confidential(NEXTORIA)),
                        tokens.get("refresh_token").stringValue(),
                        approval.code(),
                        String.valueOf(app.secret()),
                        revoked)) {
            HttpResponse<String> answer = world.as(app).introspect(token);

            assertThat(answer.statusCode()).as(token).isEqualTo(200);
            assertThat(answer.body()).as(token).isEqualTo(INACTIVE);
        }
    }

    @Test
    void aTokenOfAnotherHubIsNotActiveAtThisOne() throws IOException {
        App app = world.confidential(NEXTORIA);
        String token = accessToken(app);
        App elsewhere = new App(HUBNITY, app.id(), app.workspace(), app.secret());

        assertThat(error(world.as(elsewhere).introspect(token))).isEqualTo("invalid_client");
    }

    /** Checklist IN-06. */
    @Test
    void whatIsSaidOfALiveTokenIsTrue() throws IOException {
        App app = world.confidential(HUBNITY);
        Approval approval = world.approved(app);
        Instant before = Instant.now().minusSeconds(1);
        JsonNode tokens = json(world.as(app).redeem(approval));

        JsonNode said = json(world.as(app).introspect(tokens.get("access_token").stringValue()));

        String issuer = world.url() + "/hubnity";
        assertThat(said.get("active").booleanValue()).isTrue();
        assertThat(said.get("scope")).isEqualTo(tokens.get("scope"));
        assertThat(said.get("client_id").stringValue()).isEqualTo(app.id().value());
        assertThat(said.get("sub").stringValue()).isEqualTo(approval.account().value());
        assertThat(said.get("workspace").stringValue()).isEqualTo(app.workspace().value());
        assertThat(said.get("iss").stringValue()).isEqualTo(issuer);
        assertThat(said.get("aud").toString()).contains(issuer);
        assertThat(said.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(said.get("exp").longValue() - said.get("iat").longValue()).isEqualTo(3600);
        assertThat(Instant.ofEpochSecond(said.get("iat").longValue()))
                .isBetween(before, Instant.now());
    }

    /** Checklist IN-08. */
    @Test
    void anEndIsSeenAtOnceWhateverHasEnded() throws IOException {
        App revoking = world.confidential(HUBNITY);
        App suspended = world.confidential(HUBNITY);
        String first = accessToken(revoking);
        String second = accessToken(suspended);
        assertThat(json(world.as(revoking).introspect(first)).get("active").booleanValue())
                .isTrue();
        assertThat(json(world.as(suspended).introspect(second)).get("active").booleanValue())
                .isTrue();

        world.as(revoking).revoke(first);
        world.send(new SuspendWorkspace(suspended.workspace()));

        HttpResponse<String> answer = world.as(revoking).introspect(first);
        assertThat(answer.body()).isEqualTo(INACTIVE);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(world.as(suspended).introspect(second).body()).isEqualTo(INACTIVE);
    }

    @Test
    void anExpiredTokenIsNotActive() throws IOException {
        App app = world.confidential(HUBNITY);
        String token = accessToken(app);

        world.clock().advance(Duration.ofSeconds(3601));

        assertThat(world.as(app).introspect(token).body()).isEqualTo(INACTIVE);
    }

    @Test
    void aDeletedAppAsksNothingMore() throws IOException {
        App app = world.confidential(HUBNITY);
        String token = accessToken(app);

        world.send(new DeleteOAuthApp(app.id()));

        assertThat(error(world.as(app).introspect(token))).isEqualTo("invalid_client");
    }

    /** Checklist IN-07. */
    @Test
    void nobodyFishesForTokens() throws IOException {
        App fishing = world.confidential(HUBNITY);
        App other = world.confidential(HUBNITY);
        String token = accessToken(other);

        int status = 200;
        for (int i = 0; i < 400 && status == 200; i++) {
            status = world.as(fishing).introspect("hbn_at_guess" + i).statusCode();
        }

        assertThat(status).isEqualTo(429);
        assertThat(json(world.as(other).introspect(token)).get("active").booleanValue()).isTrue();
    }
}
