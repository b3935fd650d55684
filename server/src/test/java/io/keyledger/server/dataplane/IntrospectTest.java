package io.keyledger.server.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.dataplane.HttpSocket.Response;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.WorkspaceStanding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/introspect}, sorted by the status it answers with. */
final class IntrospectTest {

    private final RunningDataPlane plane = RunningDataPlane.start();

    @AfterEach
    void stop() {
        plane.close();
    }

    private Response introspect(String token) throws IOException {
        return form("token=" + token, RunningDataPlane.OPERATOR);
    }

    private Response form(String form, @Nullable String caller) throws IOException {
        return send("application/x-www-form-urlencoded", form, caller);
    }

    private Response send(String type, String body, @Nullable String caller) throws IOException {
        try (HttpSocket socket = plane.connect()) {
            socket.sendRaw(
                    "POST /v1/introspect HTTP/1.1\r\nHost: k\r\nContent-Type: "
                            + type
                            + (caller == null ? "" : "\r\nAuthorization: Bearer " + caller)
                            + "\r\nContent-Length: "
                            + body.getBytes(StandardCharsets.UTF_8).length
                            + "\r\n\r\n"
                            + body);
            return socket.receive();
        }
    }

    private void know(String token, Credential credential) {
        plane.credentials.add(token, credential, Tokens.STANDING);
    }

    private static void assertSays(Response answer, String json) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json()).isEqualTo(JsonMapper.shared().readTree(json));
    }

    /** Byte by byte: not even an order of members tells one reason from another. */
    private static void assertInactive(Response answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"active\":false}");
    }

    // 200

    @Test
    void anAccessTokenIsDescribed() throws IOException {
        know("token", Tokens.bound(null));

        assertSays(
                introspect("token"),
                """
                {"active":true,"scope":"read:members","client_id":"app_1","sub":"acc_1",
                 "iat":1794999940,"iss":"https://issuer.example/hubnity","token_type":"Bearer",
                 "exp":1795003540,"credential":"grt_1","kind":"access_token","workspace":"ws_1",
                 "hub":"hubnity","plan":"enterprise"}
                """);
    }

    @Test
    void anAppThatActsForItselfIsItsOwnSubject() throws IOException {
        know("token", Tokens.ofApp());

        assertThat(introspect("token").json().path("sub").asString()).isEqualTo("app_1");
    }

    @Test
    void aBoundTokenIsActiveAndTellsTheKeyThatIsToBeProven() throws IOException {
        know("token", Tokens.bound("thumbprint"));

        Response answer = introspect("token");

        assertThat(answer.json().path("active").asBoolean()).isTrue();
        assertThat(answer.json().path("token_type").asString()).isEqualTo("DPoP");
        assertThat(answer.json().at("/cnf/jkt").asString()).isEqualTo("thumbprint");
    }

    @Test
    void aKeyIsDescribed() throws IOException {
        assertSays(
                introspect(RunningDataPlane.HUBNITY),
                """
                {"active":true,"scope":"read:members","sub":"key_1","token_type":"Bearer",
                 "credential":"key_1","kind":"api_key","workspace":"ws_1","hub":"hubnity",
                 "plan":"enterprise"}
                """);
    }

    @Test
    void aFilteredKeyTellsItsFilter() throws IOException {
        plane.credentials.add(
                "lwk_vendor",
                LeadsHub.vendorKey(),
                KnownCredentials.standing("leadworks", "standard", false));

        assertThat(introspect("lwk_vendor").json().has("filter")).isTrue();
        assertThat(introspect("lwk_vendor").json().has("authorization_details")).isTrue();
    }

    @Test
    void nothingIsSpentEverAndAUsedUpBudgetLeavesATokenActive() throws IOException {
        know("token", Tokens.bound("thumbprint"));
        plane.credentials.leaveBudget(0);

        assertThat(introspect("token").json().path("active").asBoolean()).isTrue();
        assertThat(plane.credentials.asked())
                .filteredOn(request -> request.hub() == null)
                .isNotEmpty()
                .allMatch(request -> request.cost() == 0);
    }

    @Test
    void whatIsNotActiveIsNotToldApart() throws IOException {
        know("revoked", Tokens.revoked());
        plane.credentials.add(
                "suspended",
                Tokens.bound(null),
                new WorkspaceStanding("ws_1", "hubnity", "enterprise", true, 17));
        plane.credentials.add(
                "unentitled",
                Tokens.bound(null),
                new WorkspaceStanding("ws_1", "hubnity", "free", false, 17));
        plane.credentials.add(
                "suspended-bound",
                Tokens.bound("thumbprint"),
                new WorkspaceStanding("ws_1", "hubnity", "enterprise", true, 17));

        for (String token :
                List.of("unknown", "revoked", "suspended", "unentitled", "suspended-bound")) {
            assertInactive(introspect(token));
        }
    }

    @Test
    void theQuestionMayBeJsonToo() throws IOException {
        Response answer =
                send(
                        "application/json",
                        "{\"token\":\"hbn_valid\",\"token_type_hint\":\"access_token\"}",
                        RunningDataPlane.OPERATOR);

        assertThat(answer.json().path("active").asBoolean()).isTrue();
    }

    @Test
    void whatElseAFormHasIsIgnored() throws IOException {
        assertThat(
                        form(
                                        "token_type_hint=refresh_token&token=hbn%5Fvalid&x=y;z",
                                        RunningDataPlane.OPERATOR)
                                .json()
                                .path("active")
                                .asBoolean())
                .isTrue();
    }

    // 400, 415

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, '', FIELD_MISSING, 400",
        "application/x-www-form-urlencoded, token=, FIELD_MISSING, 400",
        "application/x-www-form-urlencoded, token=a&token=b, FIELD_REPEATED, 400",
        "application/json, '{\"token\":7}', FIELD_MISSING, 400",
        "application/json, '[\"token\"]', FIELD_MISSING, 400",
        "application/json, '{\"token\":\"a\",\"token\":\"b\"}', JSON_MALFORMED, 400",
        "application/json, '{', JSON_MALFORMED, 400",
        "text/plain, token=a, MEDIA_TYPE_UNSUPPORTED, 415"
    })
    void aQuestionWithoutExactlyOneTokenIsRefused(String type, String body, String code, int status)
            throws IOException {
        Response answer = send(type, body, RunningDataPlane.OPERATOR);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    // 401, 403

    @Test
    void nobodyIsToldAnythingWithoutAKey() throws IOException {
        assertThat(form("token=hbn_valid", null).status()).isEqualTo(401);
        assertThat(form("token=hbn_valid", "klg_unknown").status()).isEqualTo(401);
        assertThat(form("token=hbn_valid", RunningDataPlane.HUBNITY).status()).isEqualTo(401);
    }

    @Test
    void aKeyWithoutTheScopeVerifyIsToldNothing() throws IOException {
        plane.credentials.addOperatorKey("klg_reader", "keys:read");

        assertThat(form("token=hbn_valid", "klg_reader").status()).isEqualTo(403);
    }

    // 405

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void onlyPostIsAnswered(String method) throws IOException {
        Response answer =
                plane.send(
                        method + " /v1/introspect?token=hbn_valid HTTP/1.1",
                        "Host: k",
                        "Content-Length: 0");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.field("Allow")).isEqualTo("POST");
    }

    // 503

    @Test
    void nobodyIsToldInactiveBecauseTheTruthIsNotKnown() throws IOException {
        plane.credentials.loseTheTruth();

        Response answer = introspect("hbn_valid");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.field("Retry-After")).isEqualTo("1");
    }
}
