package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.AppSide.error;
import static io.keyledger.server.oauth.AppSide.json;
import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.oauth.par.PushedRequests;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checklist AZ-14: authorization requests that are pushed ahead. */
@ExtendWith(WiredServer.class)
class PushedRequestTest {

    private final OAuthWorld world;
    private final PushedRequests requests;

    PushedRequestTest(OAuthWorld world) {
        this.world = world;
        this.requests = world.bean(PushedRequests.class);
    }

    @AfterEach
    void resetClock() {
        world.clock().reset();
    }

    private HttpResponse<String> push(App app, String... more) throws IOException {
        Map<String, String> form = new HashMap<>();
        form.put("response_type", "code");
        form.put("redirect_uri", App.REDIRECT_URI);
        form.put("scope", "read:members");
        form.put("state", "a state that nobody else knows");
        form.put("code_challenge", Pkce.challenge(Pkce.random()));
        form.put("code_challenge_method", "S256");
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return world.as(app).post("par", world.as(app).with(form));
    }

    private String pushed(App app) throws IOException {
        HttpResponse<String> answer = push(app);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("request_uri").stringValue();
    }

    @Test
    void aRequestCanBeTakenOnceByTheAppThatPushedIt() throws IOException {
        App app = world.confidential(HUBNITY);
        HttpResponse<String> answer = push(app);
        String handle = json(answer).get("request_uri").stringValue();

        assertThat(json(answer).get("expires_in").intValue()).isEqualTo(60);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(handle).matches("urn:ietf:params:oauth:request_uri:[A-Za-z0-9_-]{43}");
        Map<String, String> taken = requests.take(app.id(), handle).orElseThrow();
        assertThat(taken)
                .containsEntry("client_id", app.id().value())
                .containsEntry("state", "a state that nobody else knows")
                .containsEntry("scope", "read:members")
                .doesNotContainKey("client_secret");
        assertThat(requests.take(app.id(), handle)).isEmpty();
    }

    @Test
    void anotherAppGetsNothingAndBurnsNothing() throws IOException {
        App app = world.publicApp(HUBNITY);
        String handle = pushed(app);

        assertThat(requests.take(world.publicApp(HUBNITY).id(), handle)).isEmpty();
        assertThat(requests.take(app.id(), handle)).isPresent();
    }

    @Test
    void aRequestIsOverAfterAMinute() throws IOException {
        App app = world.publicApp(HUBNITY);
        String handle = pushed(app);

        world.clock().advance(Duration.ofSeconds(61));

        assertThat(requests.take(app.id(), handle)).isEmpty();
    }

    @Test
    void whatIsNoHandleFindsNothing() {
        App app = world.publicApp(HUBNITY);

        for (String handle :
                new String[] {
                    "", "nonsense", "urn:ietf:params:oauth:request_uri:", "https://evil.example/x"
                }) {
            assertThat(requests.take(app.id(), handle)).as(handle).isEqualTo(Optional.empty());
        }
    }

    @Test
    void aPushedRequestRefersToNoOther() throws IOException {
        App app = world.confidential(HUBNITY);

        assertThat(error(push(app, "request_uri", pushed(app)))).isEqualTo("invalid_request");
    }

    @Test
    void whatTheAuthorizationEndpointWouldRefuseIsRefusedAtOnce() throws IOException {
        App app = world.publicApp(HUBNITY);

        assertThat(error(push(app, "response_type", "token")))
                .isEqualTo("unsupported_response_type");
        assertThat(error(push(app, "code_challenge_method", "plain"))).isEqualTo("invalid_request");
        assertThat(error(push(app, "scope", "write:everything"))).isEqualTo("invalid_scope");
        assertThat(error(push(app, "redirect_uri", "https://evil.example/")))
                .isEqualTo("invalid_request");
        assertThat(error(push(app, "request", "eyJhbGciOiJub25lIn0.e30.")))
                .isEqualTo("request_not_supported");
    }

    /** Checklist SE-01: the database cannot tell what was asked. */
    @Test
    void whatIsStoredIsSealed() throws IOException {
        App app = world.publicApp(HUBNITY);
        String handle = pushed(app);

        String stored =
                world.bean(JdbcClient.class)
                        .sql(
                                """
                                select string_agg(encode(sealed, 'escape') || encode(digest, 'hex'), ' ')
                                from pushed_authorization_request where app_id = ?
                                """)
                        .param(app.id().value())
                        .query(String.class)
                        .single();

        assertThat(stored)
                .doesNotContain("state", "members", handle.substring(handle.length() - 20));
    }
}
