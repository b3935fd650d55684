package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.AppSide.error;
import static io.keyledger.server.oauth.AppSide.json;
import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static io.keyledger.server.oauth.OAuthWorld.NEXTORIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.server.oauth.keys.SigningKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The token endpoint: what it gives, and what it refuses. */
@ExtendWith(WiredServer.class)
class TokenEndpointTest {

    private final OAuthWorld world;

    TokenEndpointTest(OAuthWorld world) {
        this.world = world;
    }

    @AfterEach
    void resetClock() {
        world.clock().reset();
    }

    @Test
    void anAnswerHasTheShapeOfTheGuide() throws IOException {
        App app = world.confidential(NEXTORIA);

        JsonNode answer = world.as(app).tokens();

        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrder(
                        "access_token", "token_type", "expires_in", "refresh_token", "scope");
        assertThat(answer.get("access_token").stringValue()).startsWith("eyJ");
        assertThat(answer.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(answer.get("expires_in").intValue()).isEqualTo(3600);
        assertThat(answer.get("scope").stringValue())
                .isEqualTo("projects:read tasks:read tasks:write");
        assertThat(world.verdict(NEXTORIA, answer.get("access_token").stringValue()))
                .isEqualTo("VALID");
    }

    @Test
    void anOpaqueTokenTellsWhatItIsByItsPrefix() throws IOException {
        JsonNode answer = world.as(world.confidential(HUBNITY)).tokens();

        assertThat(answer.get("access_token").stringValue()).startsWith("hbn_at_");
        assertThat(answer.get("refresh_token").stringValue()).startsWith("hbn_rt_");
        assertThat(world.verdict(HUBNITY, answer.get("access_token").stringValue()))
                .isEqualTo("VALID");
    }

    @Test
    void aJwtIsAnAccessTokenOfRfc9068() throws Exception {
        App app = world.confidential(NEXTORIA);
        Approval approval = world.approved(app);
        JsonNode answer = json(world.as(app).redeem(approval));
        SignedJWT jwt = SignedJWT.parse(answer.get("access_token").stringValue());
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        String issuer = world.url() + "/nextoria";

        assertThat(jwt.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(
                        jwt.verify(
                                new RSASSAVerifier(
                                        world.bean(SigningKeys.class)
                                                .published()
                                                .getKeyByKeyId(jwt.getHeader().getKeyID())
                                                .toRSAKey())))
                .isTrue();
        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getAudience()).containsExactly(issuer);
        assertThat(claims.getSubject()).isEqualTo(approval.account().value());
        assertThat(claims.getStringClaim("client_id")).isEqualTo(app.id().value());
        assertThat(claims.getStringClaim("workspace")).isEqualTo(app.workspace().value());
        assertThat(claims.getStringClaim("scope")).isEqualTo(answer.get("scope").stringValue());
        assertThat(claims.getJWTID()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(3600));
    }

    /** Checklist TK-01. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "PATCH"})
    void onlyPostIsAnswered(String method) throws IOException {
        App app = world.confidential(HUBNITY);
        String form =
                AppSide.encoded(world.as(app).with(Map.of("grant_type", "client_credentials")));

        HttpResponse<String> answer =
                AppSide.send(
                        HttpRequest.newBuilder(URI.create(world.as(app).url("token") + "?" + form))
                                .method(method, BodyPublishers.noBody())
                                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.body()).doesNotContain("access_token");
    }

    /** Checklist TK-02. */
    @Test
    void noAnswerIsEverCached() throws IOException {
        App app = world.confidential(HUBNITY);
        AppSide side = world.as(app);

        for (HttpResponse<String> answer :
                List.of(side.redeem(world.approved(app)), side.refresh("hbn_rt_nonsense"))) {
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Pragma")).contains("no-cache");
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualToIgnoringCase("application/json;charset=UTF-8");
        }
    }

    /** Checklist TK-03. */
    @ParameterizedTest
    @ValueSource(strings = {NEXTORIA, HUBNITY})
    void aCodeWorksOnceAndItsReplayKillsWhatCameOfIt(String hub) throws IOException {
        App app = world.confidential(hub);
        Approval approval = world.approved(app);
        JsonNode tokens = json(world.as(app).redeem(approval));
        String accessToken = tokens.get("access_token").stringValue();
        assertThat(world.verdict(hub, accessToken)).isEqualTo("VALID");

        HttpResponse<String> replay = world.as(app).redeem(approval);

        assertThat(replay.statusCode()).isEqualTo(400);
        assertThat(error(replay)).isEqualTo("invalid_grant");
        assertThat(world.verdict(hub, accessToken)).isEqualTo("REVOKED");
        assertThat(error(world.as(app).refresh(tokens.get("refresh_token").stringValue())))
                .isEqualTo("invalid_grant");
    }

    /** Checklist TK-04: whoever has seen a code, and nothing more, cannot end the grant. */
    @Test
    void aReplayThatProvesNothingKillsNothing() throws IOException {
        App app = world.confidential(HUBNITY);
        Approval approval = world.approved(app);
        String accessToken = json(world.as(app).redeem(approval)).get("access_token").stringValue();
        Approval guessed =
                new Approval(approval.grant(), approval.account(), approval.code(), Pkce.random());

        assertThat(error(world.as(app).redeem(guessed))).isEqualTo("invalid_grant");
        assertThat(error(world.as(app.with("hbn_cs_wrong")).redeem(approval)))
                .isEqualTo("invalid_client");
        assertThat(error(world.as(world.confidential(HUBNITY)).redeem(approval)))
                .isEqualTo("invalid_grant");

        assertThat(world.verdict(HUBNITY, accessToken)).isEqualTo("VALID");
    }

    /** Checklist TK-05. */
    @Test
    void aCodeLivesForAMinute() throws IOException {
        App app = world.confidential(HUBNITY);
        Approval late = world.approved(app);
        Approval inTime = world.approved(app);

        world.clock().advance(Duration.ofSeconds(55));
        HttpResponse<String> before = world.as(app).redeem(inTime);
        world.clock().advance(Duration.ofSeconds(6));
        HttpResponse<String> after = world.as(app).redeem(late);

        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(error(after)).isEqualTo("invalid_grant");
    }

    /** Checklist TK-06: the attempt of another app burns nothing. */
    @Test
    void aCodeIsGoodForItsOwnAppAlone() throws IOException {
        App app = world.confidential(HUBNITY);
        Approval approval = world.approved(app);

        HttpResponse<String> other = world.as(world.confidential(HUBNITY)).redeem(approval);
        HttpResponse<String> own = world.as(app).redeem(approval);

        assertThat(error(other)).isEqualTo("invalid_grant");
        assertThat(own.statusCode()).isEqualTo(200);
    }

    /** Checklist TK-07. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "https://client.example/callback/", "https://evil.example/callback"})
    void theRedirectUriOfTheRequestIsAskedForAgain(String redirectUri) throws IOException {
        App app = world.confidential(HUBNITY);
        Approval approval = world.approved(app);

        HttpResponse<String> refused =
                world.as(app)
                        .token(
                                world.as(app)
                                        .with(
                                                Map.of(
                                                        "grant_type",
                                                        "authorization_code",
                                                        "code",
                                                        approval.code(),
                                                        "code_verifier",
                                                        approval.verifier(),
                                                        "redirect_uri",
                                                        redirectUri)));

        assertThat(error(refused)).isEqualTo("invalid_grant");
        assertThat(world.as(app).redeem(approval).statusCode()).isEqualTo(200);
    }

    /** Checklist TK-08 and TK-09: each defect has its code, and is told with 400. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant_type=password&username=a&password=b          | unsupported_grant_type",
                "grant_type=implicit                                | unsupported_grant_type",
                "grant_type=CLIENT_CREDENTIALS                      | unsupported_grant_type",
                "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=a"
                        + " | unsupported_grant_type",
                "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=a"
                        + " | unsupported_grant_type",
                "x=1                                                | invalid_request",
                "grant_type=                                        | invalid_request",
                "grant_type=client_credentials&grant_type=client_credentials | invalid_request",
                "grant_type=client_credentials&scope=a&scope=b      | invalid_request",
                "grant_type=client_credentials&x=1&x=2              | invalid_request",
                "grant_type=client_credentials&x=%zz                | invalid_request",
                "grant_type=client_credentials&scope=nothing        | invalid_scope",
                "grant_type=client_credentials&scope=write:members  | invalid_scope",
                "grant_type=client_credentials&scope=read:members%20nothing | invalid_scope",
                "grant_type=authorization_code                      | invalid_request",
                "grant_type=authorization_code&code=                | invalid_request",
                "grant_type=authorization_code&code=nonsense        | invalid_grant",
                "grant_type=authorization_code&code=x&code=y        | invalid_request",
                "grant_type=authorization_code&code=x&code_verifier=short | invalid_request",
                "grant_type=refresh_token                           | invalid_request",
                "grant_type=refresh_token&refresh_token=nonsense    | invalid_grant",
                "grant_type=refresh_token&refresh_token=a&refresh_token=b | invalid_request"
            })
    void everyDefectHasItsCode(String form, String code) throws IOException {
        App app = world.confidential(HUBNITY);

        HttpResponse<String> answer =
                world.as(app).raw("token", form.strip(), "Authorization", app.basic());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo(code);
        assertThat(json(answer).get("error_description").stringValue())
                .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    /** Checklist TK-09: what is no form is not read as one. */
    @Test
    void anotherTypeOfBodyIsRefused() throws IOException {
        App app = world.confidential(HUBNITY);

        HttpResponse<String> answer =
                AppSide.send(
                        HttpRequest.newBuilder(URI.create(world.as(app).url("token")))
                                .header("Content-Type", "application/json")
                                .header("Authorization", app.basic())
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"grant_type\":\"client_credentials\"}"))
                                .build());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(error(answer)).isEqualTo("invalid_request");
    }

    /** Checklist TK-10. */
    @ParameterizedTest
    @ValueSource(strings = {NEXTORIA, HUBNITY})
    void anAccessTokenLivesAsLongAsWasTold(String hub) throws IOException {
        JsonNode tokens = world.as(world.confidential(hub)).tokens();
        String accessToken = tokens.get("access_token").stringValue();
        int seconds = tokens.get("expires_in").intValue();

        world.clock().advance(Duration.ofSeconds(seconds - 2L));
        assertThat(world.verdict(hub, accessToken)).isEqualTo("VALID");
        world.clock().advance(Duration.ofSeconds(3));
        assertThat(world.verdict(hub, accessToken)).isEqualTo("EXPIRED");
    }

    /** Checklist TK-11. */
    @Test
    void anAppThatActsForItselfIsNobodyElse() throws Exception {
        App app = world.confidential(NEXTORIA);

        JsonNode answer = json(world.as(app).actForItself());
        SignedJWT jwt = SignedJWT.parse(answer.get("access_token").stringValue());

        assertThat(answer.get("refresh_token")).isNull();
        assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo(app.id().value());
        assertThat(app.id().value()).startsWith("app_");
        assertThat(world.verdict(NEXTORIA, answer.get("access_token").stringValue()))
                .isEqualTo("VALID");
    }

    /** Checklist TK-11. */
    @Test
    void aPublicAppCannotActForItself() throws IOException {
        HttpResponse<String> answer = world.as(world.publicApp(HUBNITY)).actForItself();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("unauthorized_client");
    }

    @Test
    void anAppThatActsForItselfMayAskForLess() throws IOException {
        App app = world.confidential(HUBNITY);
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "client_credentials"));
        form.put("scope", "read:members");

        JsonNode answer = json(world.as(app).token(world.as(app).with(form)));

        assertThat(answer.get("scope").stringValue()).isEqualTo("read:members");
    }

    /** Checklist TK-12. */
    @Test
    void parametersInTheUrlAreRefused() throws IOException {
        App app = world.confidential(HUBNITY);
        String form =
                AppSide.encoded(world.as(app).with(Map.of("grant_type", "client_credentials")));

        HttpResponse<String> answer = world.as(app).raw("token?scope=read:members", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("invalid_request");
    }

    @Test
    void aPublicAppGetsARefreshTokenToo() throws IOException {
        JsonNode tokens = world.as(world.publicApp(NEXTORIA)).tokens();

        assertThat(tokens.get("refresh_token").stringValue()).startsWith("nxh_rt_");
    }

    /** What was asked for with the hub's own spelling is told in the catalogue's. */
    @Test
    void scopesMayBeWrittenWithTheHubsAlias() throws IOException {
        App app = world.confidential("onboardinghub");
        Map<String, String> form =
                Map.of("grant_type", "client_credentials", "scope", "contacts_read");

        JsonNode answer = json(world.as(app).token(world.as(app).with(form)));

        assertThat(answer.get("scope").stringValue()).isEqualTo("contacts:read");
    }
}
