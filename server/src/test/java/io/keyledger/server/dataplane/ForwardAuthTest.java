package io.keyledger.server.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.dataplane.HttpSocket.Response;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.access.AddressBlocks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/forward-auth}, sorted by the status it answers with. */
final class ForwardAuthTest {

    private static final String GET = "X-Forwarded-Method: GET";
    private static final String MEMBERS = "X-Forwarded-Uri: /hubnity/v1/members";
    private static final String VALID = "Authorization: Bearer hbn_valid";

    private RunningDataPlane plane = RunningDataPlane.start();

    @AfterEach
    void stop() {
        plane.close();
    }

    private Response ask(String... fields) throws IOException {
        return at("/v1/forward-auth", fields);
    }

    private Response at(String target, String... fields) throws IOException {
        List<String> lines = new ArrayList<>(List.of("GET " + target + " HTTP/1.1", "Host: k"));
        lines.addAll(List.of(fields));
        return plane.send(lines.toArray(String[]::new));
    }

    private VerificationRequest asked() {
        return plane.credentials.asked().getLast();
    }

    // 200

    @Test
    void acceptedRequestIsDescribedToTheApiBehindTheGateway() throws IOException {
        Response answer = ask(VALID, GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.field("X-Keyledger-Credential")).isEqualTo("key_1");
        assertThat(answer.field("X-Keyledger-Kind")).isEqualTo("api_key");
        assertThat(answer.field("X-Keyledger-Workspace")).isEqualTo("ws_1");
        assertThat(answer.field("X-Keyledger-Hub")).isEqualTo("hubnity");
        assertThat(answer.field("X-Keyledger-Plan")).isEqualTo("enterprise");
        assertThat(answer.field("X-Keyledger-Scopes")).isEqualTo("read:members");
        assertThat(answer.field("X-Keyledger-Position")).isEqualTo("41");
        assertThat(answer.field("X-Keyledger-Expires-At")).isNull();
        assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Traefik, Caddy
                "/v1/forward-auth | X-Forwarded-Method: GET ; X-Forwarded-Uri: /hubnity/v1/members?a=b",
                "/v1/forward-auth | X-Forwarded-Method: GET ; X-Forwarded-Uri: /v1/members ; X-Forwarded-Host: API.hubnity.eu:443",
                // nginx
                "/v1/forward-auth?hub=hubnity | X-Original-Method: GET ; X-Original-URI: /v1/members?page=2",
                "/v1/forward-auth | X-Original-Method: GET ; X-Original-URI: /v1/members ; X-Keyledger-Hub: hubnity",
                // nginx ingress controller
                "/v1/forward-auth | X-Original-Method: GET ; X-Original-URL: https://api.hubnity.eu/v1/members?q",
                // Envoy
                "/v1/forward-auth/hubnity/v1/members?page=2 | X-None: none",
                "/v1/forward-auth/v1/members | X-Keyledger-Hub: hubnity",
                // several that agree
                "/v1/forward-auth | X-Forwarded-Method: GET ; X-Original-Method: GET ; X-Forwarded-Uri: /hubnity/v1/members ; X-Original-URI: /hubnity/v1/members",
            })
    void originalRequestIsReadAsEachGatewayTellsIt(String target, String fields)
            throws IOException {
        List<String> sent = new ArrayList<>(List.of(fields.split(" ; ")));
        sent.add(VALID);

        assertThat(at(target, sent.toArray(String[]::new)).status()).isEqualTo(200);
        assertThat(asked().hub()).isEqualTo("hubnity");
        assertThat(asked().method()).isEqualTo("GET");
        assertThat(asked().path()).isEqualTo("/v1/members");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nextoria/v1/projects | X-Forwarded-Proto: http ; X-Forwarded-For: 192.0.2.7 | 403",
                "/nextoria/v1/projects | X-Forwarded-Proto: http ; X-None: none | 403",
                "/nextoria/v1/projects | X-Forwarded-Proto: https ; X-Forwarded-Proto: http | 403",
                "/nextoria/v1/projects | X-Forwarded-Proto: http ; X-Forwarded-For: 127.0.0.1 | 401",
                "/nextoria/v1/projects | X-Forwarded-Proto: HTTPS ; X-Forwarded-For: 192.0.2.7 | 401",
                "/nextoria/v1/projects | X-None: none ; X-Forwarded-For: 192.0.2.7 | 401",
                "/hubnity/v1/members | X-Forwarded-Proto: http ; X-Forwarded-For: 192.0.2.7 | 401"
            })
    void plainHttpFromAfarIsRefusedWhereTheHubIsHttpsOnly(String uri, String fields, int status)
            throws IOException {
        List<String> sent = new ArrayList<>(List.of(fields.split(" ; ")));
        sent.add(GET);
        sent.add("X-Forwarded-Uri: " + uri);

        Response answer = at("/v1/forward-auth", sent.toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().contains("HTTPS")).isEqualTo(status == 403);
        assertThat(answer.field("Location")).isNull();
    }

    @Test
    void clientsAddressIsTheOneThatTheGatewayAddedLast() throws IOException {
        ask(
                VALID,
                GET,
                MEMBERS,
                "X-Forwarded-For: 10.0.0.1, 192.0.2.7",
                "X-Forwarded-For: 203.0.113.9");

        assertThat(asked().address()).isEqualTo("203.0.113.9");
    }

    @Test
    void schemeIsCaseInsensitive() throws IOException {
        assertThat(ask("authorization: bEARER hbn_valid", GET, MEMBERS).status()).isEqualTo(200);
    }

    @Test
    void answerToHeadHasNoBody() throws IOException {
        try (HttpSocket socket = plane.connect()) {
            socket.send("HEAD /v1/forward-auth HTTP/1.1", "Host: k", GET, MEMBERS);
            Response refused = socket.receive(false);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.field("Content-Length")).isNotEqualTo("0");

            socket.send("GET /v1/forward-auth HTTP/1.1", "Host: k", VALID, GET, MEMBERS);
            assertThat(socket.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void valuesCannotBreakOutOfTheirField() throws IOException {
        plane.credentials.add(
                "hbn_odd",
                new Credential(
                        "key_\r\nX-Evil: 1",
                        CredentialKind.API_KEY,
                        "ws_é%\u0000",
                        1,
                        Set.of("read:members"),
                        Credential.FOREVER,
                        false,
                        AddressBlocks.ANYWHERE,
                        1),
                KnownCredentials.standing("hubnity", "enterprise", false));

        Response answer = ask("Authorization: Bearer hbn_odd", GET, MEMBERS);

        assertThat(answer.field("X-Evil")).isNull();
        assertThat(answer.field("X-Keyledger-Credential")).isEqualTo("key_%0D%0AX-Evil: 1");
        assertThat(answer.field("X-Keyledger-Workspace")).isEqualTo("ws_%C3%A9%25%00");
    }

    // 400

    @Test
    void twoAuthorizationHeadersAreRefusedInTheHubsWords() throws IOException {
        Response answer = ask(VALID, "Authorization: Bearer other", GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("HUB-API-400");
        assertThat(answer.field("WWW-Authenticate")).contains("error=\"invalid_request\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORIGINAL_REQUEST_UNKNOWN   | X-None: none",
                "ORIGINAL_REQUEST_UNKNOWN   | X-Forwarded-Uri: /hubnity/v1/members",
                "ORIGINAL_REQUEST_UNKNOWN   | X-Forwarded-Method: GET",
                "ORIGINAL_REQUEST_UNKNOWN   | X-Forwarded-Method: GET ; X-Forwarded-Uri: *",
                "ORIGINAL_REQUEST_AMBIGUOUS | X-Forwarded-Method: GET ; X-Original-Method: POST ; X-Forwarded-Uri: /hubnity/v1/members",
                "ORIGINAL_REQUEST_AMBIGUOUS | X-Forwarded-Method: GET ; X-Forwarded-Uri: /hubnity/v1/members ; X-Original-URI: /hubnity/v1/projects",
                "ORIGINAL_REQUEST_AMBIGUOUS | X-Forwarded-Method: GET ; X-Forwarded-Uri: /a ; X-Forwarded-Uri: /a",
                "ORIGINAL_REQUEST_AMBIGUOUS | X-Forwarded-Method: GET ; X-Forwarded-Uri: /v1/members ; X-Keyledger-Hub: hubnity ; X-Keyledger-Hub: nextoria",
            })
    void whatAClientCouldHaveAddedIsNotBelieved(String code, String fields) throws IOException {
        List<String> sent = new ArrayList<>(List.of(fields.split(" ; ")));
        sent.add(VALID);

        Response answer = ask(sent.toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(plane.credentials.asked()).isEmpty();
    }

    @Test
    void clientCannotChooseAnotherHubThanTheUrlNames() throws IOException {
        Response answer =
                at(
                        "/v1/forward-auth?hub=keyledger",
                        VALID,
                        GET,
                        "X-Forwarded-Uri: /v1/members",
                        "X-Keyledger-Hub: hubnity");

        assertThat(answer.status()).isEqualTo(400);
    }

    // 401

    @Test
    void missingCredentialIsAskedForWithoutAnErrorCode() throws IOException {
        Response answer = ask(GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("HUB-API-401");
        assertThat(answer.field("WWW-Authenticate")).isEqualTo("Bearer realm=\"hubnity\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic aGJuX3ZhbGlkOg==",
                "Authorization: Bearer",
                "Authorization: Bearer  hbn_valid",
                "Authorization: Bearer\thbn_valid",
                "Authorization: Bearerhbn_valid",
                "Authorization: hbn_valid",
                "Proxy-Authorization: Bearer hbn_valid",
            })
    void anythingButOneBearerCredentialIsNone(String field) throws IOException {
        Response answer = ask(field, GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.field("WWW-Authenticate")).doesNotContain("error");
    }

    @Test
    void credentialInTheQueryIsIgnored() throws IOException {
        Response answer = ask(GET, "X-Forwarded-Uri: /hubnity/v1/members?access_token=hbn_valid");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void unknownAndRevokedLookAlike() throws IOException {
        plane.credentials.add(
                "hbn_revoked",
                new Credential(
                        "key_r",
                        CredentialKind.API_KEY,
                        "ws_1",
                        1,
                        Set.of(),
                        Credential.FOREVER,
                        true,
                        AddressBlocks.ANYWHERE,
                        5),
                KnownCredentials.standing("hubnity", "enterprise", false));

        Response unknown = ask("Authorization: Bearer hbn_unknown", GET, MEMBERS);
        Response revoked = ask("Authorization: Bearer hbn_revoked", GET, MEMBERS);

        assertThat(revoked.status()).isEqualTo(401);
        assertThat(revoked.field("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(revoked.body()).isEqualTo(unknown.body());
        assertThat(revoked.fields().keySet()).isEqualTo(unknown.fields().keySet());
        assertThat(revoked.field("WWW-Authenticate")).isEqualTo(unknown.field("WWW-Authenticate"));
    }

    @Test
    void credentialOfAnotherHubIsUnknown() throws IOException {
        assertThat(ask("Authorization: Bearer klg_operator", GET, MEMBERS).status()).isEqualTo(401);
    }

    // 403

    @Test
    void missingScopeIsNamed() throws IOException {
        Response answer = ask(VALID, "X-Forwarded-Method: POST", MEMBERS);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("HUB-API-403");
        assertThat(answer.field("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"")
                .contains("scope=\"write:members\"");
    }

    @Test
    void gatewayOfAnotherNetworkMayNotAsk() throws IOException {
        restart("198.51.100.0/24");

        Response answer = ask(VALID, GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("GATEWAY_FORBIDDEN");
    }

    @Test
    void gatewayOfAnAllowedNetworkMayAsk() throws IOException {
        restart("127.0.0.0/8");

        assertThat(ask(VALID, GET, MEMBERS).status()).isEqualTo(200);
    }

    @Test
    void gatewayMayAskWithAKeyWhereKeysAreAllowed() throws IOException {
        restart("key");

        assertThat(ask(VALID, GET, MEMBERS).status()).isEqualTo(401);
        assertThat(ask(VALID, GET, MEMBERS, "X-Keyledger-Caller: hbn_valid").status())
                .isEqualTo(401);
        assertThat(ask(VALID, GET, MEMBERS, "X-Keyledger-Caller: klg_operator").status())
                .isEqualTo(200);
    }

    // 404

    @Test
    void unlistedRouteIsUnknownInTheHubsWords() throws IOException {
        Response answer = ask(VALID, GET, "X-Forwarded-Uri: /hubnity/v1/secrets");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("HUB-API-404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hubnity/v1/members/../projects",
                "/hubnity/v1/members/%2e%2e/projects",
                "/hubnity/v1//members",
                "/hubnity/v1/members%2fx",
                "/hubnity/v1/members;x=y",
                "/hubnity/v1\\members",
            })
    void pathThatOthersMayReadDifferentlyIsUnknown(String path) throws IOException {
        assertThat(ask(VALID, GET, "X-Forwarded-Uri: " + path).status()).isEqualTo(404);
    }

    @Test
    void requestForNoHubIsTold() throws IOException {
        Response answer = ask(VALID, GET, "X-Forwarded-Uri: /elsewhere/v1/members");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("HUB_UNKNOWN");
    }

    // 429

    @Test
    void usedUpBudgetSaysWhenToComeBack() throws IOException {
        plane.credentials.leaveBudget(0);

        Response answer = ask(VALID, GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("HUB-API-429");
        assertThat(answer.field("Retry-After")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"?gateway=nginx,", "'',X-Keyledger-Gateway: nginx"})
    void nginxIsToldWhatItUnderstandsAndTheTruthBeside(String query, String field)
            throws IOException {
        plane.credentials.leaveBudget(0);

        Response answer =
                at(
                        "/v1/forward-auth" + query,
                        VALID,
                        GET,
                        MEMBERS,
                        field == null ? "X-A: b" : field);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field("X-Keyledger-Status")).isEqualTo("429");
        assertThat(answer.field("X-Keyledger-Body")).isEqualTo(answer.body());
        assertThat(answer.field("Retry-After")).isEqualTo("2");
        assertThat(answer.code()).isEqualTo("HUB-API-429");
    }

    @Test
    void otherGatewaysPassTheBodyOnThemselves() throws IOException {
        plane.credentials.leaveBudget(0);

        Response answer = ask(VALID, GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.field("X-Keyledger-Status")).isNull();
        assertThat(answer.field("X-Keyledger-Body")).isNull();
    }

    @Test
    void nginxUnderstands401ByItself() throws IOException {
        Response answer = at("/v1/forward-auth?gateway=nginx", GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.field("X-Keyledger-Status")).isEqualTo("401");
        assertThat(answer.field("X-Keyledger-Body")).isEqualTo(answer.body());
    }

    // 431

    @Test
    void oversizedCredentialIsRefusedBeforeItIsLookedAt() throws IOException {
        Response answer = ask("Authorization: Bearer " + "x".repeat(9_000), GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(431);
        assertThat(plane.credentials.asked()).isEmpty();
    }

    // 503

    @Test
    void unknownTruthIsNeitherYesNorNo() throws IOException {
        plane.credentials.loseTheTruth();

        Response answer = ask(VALID, GET, MEMBERS);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("HUB-API-503");
        assertThat(answer.field("Retry-After")).isEqualTo("1");
    }

    private void restart(String... callers) {
        plane.close();
        plane =
                RunningDataPlane.start(
                        RunningDataPlane.properties(100, Duration.ofSeconds(5), callers));
    }
}
