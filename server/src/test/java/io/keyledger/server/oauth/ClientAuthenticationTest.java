package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.AppSide.error;
import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static io.keyledger.server.oauth.OAuthWorld.NEXTORIA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.oauthapp.OAuthAppCommand.DeleteOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.RotateOAuthAppSecret;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.command.minting.SecretMint;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an app says who it is, and what happens to those who only say so. */
@ExtendWith(WiredServer.class)
class ClientAuthenticationTest {

    private static final String FORM = "grant_type=client_credentials";

    private final OAuthWorld world;

    ClientAuthenticationTest(OAuthWorld world) {
        this.world = world;
    }

    @AfterEach
    void resetClock() {
        world.clock().reset();
    }

    private HttpResponse<String> withHeader(App app, String... headers) throws IOException {
        return world.as(app).raw("token", FORM, headers);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    /** Checklist CA-01: id and secret are form-encoded before they are joined (RFC 6749 §2.3.1). */
    @Test
    void basicIsReadAsTheRfcEncodesIt() throws IOException {
        App app = world.confidential(HUBNITY);
        String encoded = app.id().value().replace("_", "%5F");

        assertThat(withHeader(app, "Authorization", app.basic()).statusCode()).isEqualTo(200);
        assertThat(
                        withHeader(
                                        app,
                                        "Authorization",
                                        basic(encoded + ":" + app.secret())
                                                .replace("Basic", "basic"))
                                .statusCode())
                .isEqualTo(200);
        for (String secret : List.of("a:b%25+ é", "%", "%zz", "", "a+b", "\u0000")) {
            assertThat(error(withHeader(app, "Authorization", basic(app.id() + ":" + secret))))
                    .as(secret)
                    .isEqualTo("invalid_client");
        }
    }

    /** Checklist CA-01: a secret in the URL is refused, even a right one. */
    @Test
    void aSecretInTheUrlIsRefused() throws IOException {
        App app = world.confidential(HUBNITY);
        String credentials = AppSide.encoded(world.as(app).with(Map.of()));

        HttpResponse<String> answer = world.as(app).raw("token?" + credentials, FORM);

        assertThat(error(answer)).isEqualTo("invalid_request");
    }

    @Test
    void theSecretMayStandInTheBody() throws IOException {
        assertThat(world.as(world.confidential(HUBNITY)).actForItself().statusCode())
                .isEqualTo(200);
    }

    /** Checklist CA-02. */
    @Test
    void twoWaysAtOnceAreRefused() throws IOException {
        App app = world.confidential(HUBNITY);

        HttpResponse<String> both = world.as(app).actForItself("Authorization", app.basic());
        HttpResponse<String> twice =
                withHeader(app, "Authorization", app.basic(), "Authorization", app.basic());
        HttpResponse<String> differing =
                world.as(app)
                        .raw(
                                "token",
                                FORM + "&client_id=app_00000000000000000000",
                                "Authorization",
                                app.basic());

        for (HttpResponse<String> answer : List.of(both, twice, differing)) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(error(answer)).isEqualTo("invalid_request");
        }
    }

    /** Checklist CA-03. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic !!",
                "Basic bm9jb2xvbg==",
                "Bearer x",
                "Digest a=b",
                "x"
            })
    void aHeaderThatProvesNothingIsAnsweredWithAChallenge(String header) throws IOException {
        HttpResponse<String> answer =
                withHeader(world.confidential(HUBNITY), "Authorization", header);

        assertChallenged(answer);
    }

    /** Checklist CA-03. */
    @Test
    void aWrongSecretInTheHeaderIsAnsweredWithAChallenge() throws IOException {
        App app = world.confidential(HUBNITY);

        assertChallenged(withHeader(app, "Authorization", basic(app.id() + ":hbn_cs_wrong")));
        assertChallenged(
                withHeader(
                        app,
                        "Authorization",
                        basic(app.id() + ":" + world.confidential(HUBNITY).secret())));
    }

    private static void assertChallenged(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(error(answer)).isEqualTo("invalid_client");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"hubnity\", charset=\"UTF-8\"");
    }

    /** Checklist CA-04 and CA-05: wrong secrets are counted; a right one is let in all the same. */
    @Test
    void wrongSecretsAreThrottledAndCostTheOwnerNothing() throws IOException {
        App app = world.confidential(HUBNITY);
        HttpResponse<String> answer = world.as(app.with("hbn_cs_0")).actForItself();
        for (int i = 1; i <= 25; i++) {
            answer = world.as(app.with("hbn_cs_" + i)).actForItself();
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 61);
        assertThat(world.as(app).actForItself().statusCode()).isEqualTo(200);
        world.clock().advance(Duration.ofSeconds(61));
        assertThat(world.as(app.with("hbn_cs_x")).actForItself().statusCode()).isEqualTo(401);
    }

    /** Checklist CA-06: what is not offered is not taken for anything else. */
    @Test
    void anAssertionIsNotTaken() throws IOException {
        App app = world.publicApp(HUBNITY);
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "refresh_token"));
        form.put("refresh_token", "x");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", "eyJhbGciOiJub25lIn0.e30.");

        HttpResponse<String> answer = world.as(app).token(world.as(app).with(form));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(error(answer)).isEqualTo("invalid_client");
    }

    /** Checklist CA-07. */
    @Test
    void aRotatedSecretLivesThroughItsGraceAndNotLonger() throws IOException {
        App app = world.confidential(NEXTORIA);
        MintedSecret next = world.bean(SecretMint.class).clientSecret("nxh");
        world.send(new RotateOAuthAppSecret(app.id(), next.record(), Duration.ofHours(1)));
        App rotated = app.with(next.plaintext());

        assertThat(world.as(app).actForItself().statusCode()).isEqualTo(200);
        assertThat(world.as(rotated).actForItself().statusCode()).isEqualTo(200);

        world.clock().advance(Duration.ofMinutes(61));
        assertThat(error(world.as(app).actForItself())).isEqualTo("invalid_client");
        assertThat(world.as(rotated).actForItself().statusCode()).isEqualTo(200);
    }

    /** Checklist CA-08. */
    @ParameterizedTest
    @ValueSource(strings = {"token", "revoke", "introspect", "par"})
    void aConfidentialAppCannotPassForAPublicOne(String endpoint) throws IOException {
        App app = world.confidential(HUBNITY);
        Map<String, String> form =
                Map.of(
                        "grant_type", "client_credentials",
                        "token", "x",
                        "client_id", app.id().value());

        HttpResponse<String> answer = world.as(app).post(endpoint, form);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(error(answer)).isEqualTo("invalid_client");
    }

    @Test
    void aPublicAppHasNoSecretToShow() throws IOException {
        App app = world.publicApp(HUBNITY);

        assertThat(error(world.as(app.with("hbn_cs_any")).refresh("x")))
                .isEqualTo("invalid_client");
        assertThat(error(world.as(app).refresh("x"))).isEqualTo("invalid_grant");
    }

    @Test
    void whoIsNotThereLooksLikeWhoCannotProveIt() throws IOException {
        App app = world.confidential(HUBNITY);
        App deleted = world.confidential(HUBNITY);
        world.send(new DeleteOAuthApp(deleted.id()));
        App elsewhere = new App(NEXTORIA, app.id(), app.workspace(), app.secret());
        HttpResponse<String> wrong = world.as(app.with("hbn_cs_wrong")).actForItself();

        for (HttpResponse<String> answer :
                List.of(
                        world.as(deleted).actForItself(),
                        world.as(elsewhere).actForItself(),
                        world.as(app).token(Map.of("client_id", "nobody", "client_secret", "x")))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo(wrong.body());
        }
    }

    @Test
    void withoutAnyClientNothingIsAnswered() throws IOException {
        HttpResponse<String> answer =
                world.as(world.publicApp(HUBNITY))
                        .token(Map.of("grant_type", "refresh_token", "refresh_token", "x"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(error(answer)).isEqualTo("invalid_client");
    }
}
