package io.keyledger.server.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.dataplane.HttpSocket.Response;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.access.AddressBlocks;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/verify}, sorted by the status it answers with. */
final class VerifyTest {

    private final RunningDataPlane plane = RunningDataPlane.start();

    @AfterEach
    void stop() {
        plane.close();
    }

    private Response ask(String token) throws IOException {
        return plane.verify(
                """
                {"token":"%s","hub":"hubnity","method":"GET","path":"/v1/members","address":"203.0.113.9"}
                """
                        .formatted(token));
    }

    private void know(String token, Credential credential) {
        plane.credentials.add(
                token, credential, KnownCredentials.standing("hubnity", "enterprise", false));
    }

    private static Credential hubnityKey(long validUntil, boolean revoked, List<String> cidrs) {
        return new Credential(
                "key_7",
                CredentialKind.API_KEY,
                "ws_1",
                2,
                Set.of("read:members"),
                validUntil,
                revoked,
                AddressBlocks.of(cidrs),
                43);
    }

    // 200

    @Test
    void acceptedCredentialIsDescribed() throws IOException {
        Response answer = ask(RunningDataPlane.HUBNITY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"code":"VALID","credential":"key_1","kind":"api_key","generation":1,
                                         "workspace":"ws_1","scopes":["read:members"],
                                         "hub":"hubnity","plan":"enterprise","profileVersion":1,
                                         "rateLimit":{"limit":100,"remaining":99,"resetSeconds":2},
                                         "position":41}
                                        """));
    }

    @Test
    void answerMayNotBeCachedOrSniffedAndNamesNoServer() throws IOException {
        Response answer = ask(RunningDataPlane.HUBNITY);

        assertThat(answer.field("Content-Type")).isEqualTo("application/json");
        assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.field("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.field("Date")).endsWith(" GMT");
        assertThat(answer.field("Server")).isNull();
    }

    @Test
    void expiryIsToldToTheMillisecond() throws IOException {
        know("hbn_expiring", hubnityKey(KnownCredentials.NOW + 1, false, List.of()));

        assertThat(ask("hbn_expiring").json().path("expiresAt").asString())
                .isEqualTo("2026-11-18T11:06:40.001Z");
    }

    @Test
    void unknownCredentialIsNotFoundAndNothingMore() throws IOException {
        Response answer = ask("hbn_unknown");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void expiredCredentialIsRefusedFromTheMillisecondOn() throws IOException {
        know("hbn_expired", hubnityKey(KnownCredentials.NOW, false, List.of()));

        assertThat(ask("hbn_expired").code()).isEqualTo("EXPIRED");
    }

    @Test
    void revokedCredentialIsRefused() throws IOException {
        know("hbn_revoked", hubnityKey(Credential.FOREVER, true, List.of()));

        assertThat(ask("hbn_revoked").code()).isEqualTo("REVOKED");
    }

    @Test
    void credentialOfASuspendedWorkspaceIsRefused() throws IOException {
        plane.credentials.add(
                "hbn_suspended",
                hubnityKey(Credential.FOREVER, false, List.of()),
                KnownCredentials.standing("hubnity", "enterprise", true));

        assertThat(ask("hbn_suspended").code()).isEqualTo("SUSPENDED");
    }

    @Test
    void credentialOfAPlanWithoutAccessIsRefused() throws IOException {
        plane.credentials.add(
                "hbn_free",
                hubnityKey(Credential.FOREVER, false, List.of()),
                KnownCredentials.standing("hubnity", "free", false));

        assertThat(ask("hbn_free").code()).isEqualTo("FORBIDDEN_PLAN");
    }

    @Test
    void credentialIsRefusedFromAnotherAddressThanItsOwn() throws IOException {
        know("hbn_here", hubnityKey(Credential.FOREVER, false, List.of("203.0.113.0/24")));
        know("hbn_there", hubnityKey(Credential.FOREVER, false, List.of("198.51.100.0/24")));

        assertThat(ask("hbn_here").code()).isEqualTo("VALID");
        assertThat(ask("hbn_there").code()).isEqualTo("FORBIDDEN_ADDRESS");
    }

    @Test
    void missingScopeIsNamed() throws IOException {
        Response answer =
                plane.verify(
                        """
                        {"token":"hbn_valid","hub":"hubnity","method":"POST","path":"/v1/members"}
                        """);

        assertThat(answer.code()).isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(answer.json().path("missingScope").asString()).isEqualTo("write:members");
    }

    @Test
    void scopesAreCheckedWithoutARoute() throws IOException {
        assertThat(plane.verify("{\"token\":\"hbn_valid\",\"scopes\":[\"read:members\"]}").code())
                .isEqualTo("VALID");
        assertThat(plane.verify("{\"token\":\"hbn_valid\",\"scopes\":[\"read:projects\"]}").code())
                .isEqualTo("INSUFFICIENT_SCOPE");
    }

    @Test
    void unlistedRouteIsUnknown() throws IOException {
        assertThat(
                        plane.verify(
                                        """
                                        {"token":"hbn_valid","method":"GET","path":"/v1/secrets"}
                                        """)
                                .code())
                .isEqualTo("ROUTE_UNKNOWN");
    }

    @Test
    void usedUpBudgetSaysWhenToComeBack() throws IOException {
        plane.credentials.leaveBudget(0);

        Response answer = ask(RunningDataPlane.HUBNITY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("RATE_LIMITED");
        assertThat(answer.json().path("rateLimit").path("retryAfterSeconds").asInt()).isEqualTo(2);
    }

    @Test
    void costIsSpent() throws IOException {
        assertThat(
                        plane.verify("{\"token\":\"hbn_valid\",\"cost\":40}")
                                .json()
                                .path("rateLimit")
                                .path("remaining")
                                .asInt())
                .isEqualTo(60);
    }

    @Test
    void nullIsAsGoodAsAbsent() throws IOException {
        assertThat(
                        plane.verify(
                                        """
                                        {"token":"hbn_valid","hub":null,"method":null,"path":null,
                                         "scopes":null,"cost":null,"address":null}
                                        """)
                                .code())
                .isEqualTo("VALID");
    }

    @Test
    void credentialThatIsNotInMemoryIsLookedUp() throws IOException {
        plane.credentials.forgetResidents();

        assertThat(ask(RunningDataPlane.HUBNITY).code()).isEqualTo("VALID");
    }

    @Test
    void bodyMayComeInChunksOfAnySize() throws IOException {
        try (HttpSocket socket = plane.connect()) {
            socket.send(
                    "POST /v1/verify HTTP/1.1",
                    "Host: k",
                    "Authorization: Bearer klg_operator",
                    "Content-Type: application/json; charset=UTF-8",
                    "Transfer-Encoding: chunked");
            for (char c : "{\"token\":\"hbn_valid\"}".toCharArray()) {
                socket.sendRaw("1\r\n" + c + "\r\n");
            }
            socket.sendRaw("0\r\n\r\n");

            assertThat(socket.receive().code()).isEqualTo("VALID");
        }
    }

    // 400

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{}                                              | FIELD_MISSING  | token",
                "{\"token\":\"\"}                                | FIELD_INVALID  | token",
                "{\"token\":null}                                | FIELD_INVALID  | token",
                "{\"token\":7}                                   | FIELD_INVALID  | token",
                "{\"token\":\"t\",\"token\":\"u\"}               | FIELD_REPEATED | token",
                "{\"token\":\"t\",\"tokn\":1}                    | FIELD_UNKNOWN  | -",
                "{\"token\":\"t\",\"hub\":\"No Hub\"}            | FIELD_INVALID  | hub",
                "{\"token\":\"t\",\"hub\":{}}                    | FIELD_INVALID  | hub",
                "{\"token\":\"t\",\"method\":\"GET\"}            | FIELD_MISSING  | path",
                "{\"token\":\"t\",\"path\":\"/v1\"}              | FIELD_MISSING  | method",
                "{\"token\":\"t\",\"method\":\"get\",\"path\":\"/\"} | FIELD_INVALID | method",
                "{\"token\":\"t\",\"method\":\"GET\",\"path\":\"v1\"} | FIELD_INVALID | path",
                "{\"token\":\"t\",\"method\":\"GET\",\"path\":\"/v1?a=b\"} | FIELD_INVALID | path",
                "{\"token\":\"t\",\"scopes\":\"read\"}           | FIELD_INVALID  | scopes",
                "{\"token\":\"t\",\"scopes\":[1]}                | FIELD_INVALID  | scopes[0]",
                "{\"token\":\"t\",\"scopes\":[\"a\",\"\"]}       | FIELD_INVALID  | scopes[1]",
                "{\"token\":\"t\",\"cost\":-1}                   | FIELD_INVALID  | cost",
                "{\"token\":\"t\",\"cost\":1000001}              | FIELD_INVALID  | cost",
                "{\"token\":\"t\",\"cost\":99999999999}          | FIELD_INVALID  | cost",
                "{\"token\":\"t\",\"cost\":1.5}                  | FIELD_INVALID  | cost",
                "{\"token\":\"t\",\"cost\":\"1\"}                | FIELD_INVALID  | cost",
                "{\"token\":\"t\",\"address\":\"localhost\"}     | FIELD_INVALID  | address",
                "{\"token\":\"t\",\"address\":\"256.1.1.1\"}     | FIELD_INVALID  | address",
                "{\"token\":\"t\"                                | JSON_MALFORMED | -",
                "{\"token\":\"t\"} {}                            | JSON_MALFORMED | -",
                "[]                                              | JSON_MALFORMED | -",
                "\"token\"                                       | JSON_MALFORMED | -",
                "{token:1}                                       | JSON_MALFORMED | -",
                "-                                               | JSON_MALFORMED | -",
            })
    void badQuestionIsRefusedAndTheFieldNamed(
            @Nullable String json, String code, @Nullable String field) throws IOException {
        Response answer = plane.verify(json == null ? "" : json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("errors").propertyNames())
                .containsExactlyElementsOf(field == null ? List.of() : List.of(field));
        assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void absurdlyNestedJsonIsRefused() throws IOException {
        String nested = "{\"scopes\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        assertThat(plane.verify(nested).status()).isEqualTo(400);
    }

    @Test
    void refusedQuestionDoesNotRepeatTheCredential() throws IOException {
        assertThat(plane.verify("{\"token\":\"hbn_private\",\"cost\":-1}").body())
                .doesNotContain("hbn_private");
    }

    @Test
    void twoAuthorizationHeadersAreRefusedEvenIfOneIsValid() throws IOException {
        Response answer =
                plane.send(
                        "POST /v1/verify HTTP/1.1",
                        "Host: k",
                        "Authorization: Bearer klg_operator",
                        "Authorization: Bearer klg_operator");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("REQUEST_MALFORMED");
        assertThat(answer.field("WWW-Authenticate")).contains("error=\"invalid_request\"");
    }

    // 401, 403

    @Test
    void callerWithoutACredentialIsAskedForOneWithoutAnErrorCode() throws IOException {
        Response answer = plane.send("POST /v1/verify HTTP/1.1", "Host: k");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("KEY_MISSING");
        assertThat(answer.field("WWW-Authenticate")).isEqualTo("Bearer realm=\"keyledger\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer klg_operator,   415", // let in, and then it has no body
        "bearer klg_operator,   415",
        "BEARER klg_operator,   415",
        "'Bearer  klg_operator',401",
        "'Bearer\tklg_operator',401",
        "Bearerklg_operator,    401",
        "Bearer,                401",
        "Basic klg_operator,    401",
        "'Bearer klg_operator klg_operator', 401",
        "'Bearer klg_operator, Bearer klg_operator', 401",
    })
    void schemeIsCaseInsensitiveAndFollowedByExactlyOneSpace(String value, int status)
            throws IOException {
        Response answer =
                plane.send("POST /v1/verify HTTP/1.1", "Host: k", "Authorization: " + value);

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void credentialInTheQueryIsIgnored() throws IOException {
        Response answer =
                plane.send("POST /v1/verify?access_token=klg_operator HTTP/1.1", "Host: k");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void unknownCallerIsRefused() throws IOException {
        Response answer =
                plane.send(
                        "POST /v1/verify HTTP/1.1", "Host: k", "Authorization: Bearer klg_nobody");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("KEY_INVALID");
        assertThat(answer.field("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void keyOfAHubIsNoKeyOfKeyledger() throws IOException {
        Response answer =
                plane.send(
                        "POST /v1/verify HTTP/1.1", "Host: k", "Authorization: Bearer hbn_valid");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void callerWithoutTheScopeIsRefused() throws IOException {
        plane.credentials.addOperatorKey("klg_reader", "keys:read");

        Response answer =
                plane.send(
                        "POST /v1/verify HTTP/1.1", "Host: k", "Authorization: Bearer klg_reader");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("SCOPE_INSUFFICIENT");
        assertThat(answer.field("WWW-Authenticate")).contains("scope=\"verify\"");
    }

    @Test
    void callerIsJudgedOnEveryRequestOfAConnection() throws IOException {
        try (HttpSocket socket = plane.connect()) {
            String request =
                    RunningDataPlane.postRequest("/v1/verify", "{\"token\":\"hbn_valid\"}");
            socket.sendRaw(request);
            assertThat(socket.receive().status()).isEqualTo(200);

            plane.credentials.add(
                    RunningDataPlane.OPERATOR,
                    hubnityKey(Credential.FOREVER, true, List.of()),
                    KnownCredentials.standing("keyledger", "operator", false));
            socket.sendRaw(request);
            assertThat(socket.receive().status()).isEqualTo(401);
        }
    }

    // 415

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: text/plain",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: application/json; charset=latin1",
                "X-None: none",
            })
    void otherMediaTypesAreRefused(String field) throws IOException {
        Response answer =
                plane.send(
                        "POST /v1/verify HTTP/1.1",
                        "Host: k",
                        "Authorization: Bearer klg_operator",
                        field);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("MEDIA_TYPE_UNSUPPORTED");
    }

    // 503

    @Test
    void unknownTruthIsNeitherYesNorNo() throws IOException {
        plane.credentials.loseTheTruth();

        Response answer = ask(RunningDataPlane.HUBNITY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.field("Retry-After")).isEqualTo("1");
    }

    @Test
    void verifierThatFailsUnexpectedlyIsUnknownTruthToo() throws IOException {
        plane.credentials.failWith(new IllegalStateException("a bug"));

        Response answer = ask(RunningDataPlane.HUBNITY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("a bug");
    }
}
