package io.keyledger.resourceserver.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.hub.Refusal;
import io.keyledger.resourceserver.examples.ExampleHubs;
import io.keyledger.resourceserver.examples.RunningApp;
import io.keyledger.resourceserver.examples.StubDataPlane;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.profile.RefusalAnswer;
import io.keyledger.verdict.profile.RefusalFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The remote mode, over HTTP on both sides. */
class ProtectedApiTest {

    private static StubDataPlane plane;
    private static RunningApp app;

    @BeforeAll
    static void start() {
        plane = StubDataPlane.start();
        plane.publish(ExampleHubs.acme(1));
        plane.publish(ExampleHubs.plain());
        app = RunningApp.start(plane.url());
    }

    @AfterAll
    static void stop() {
        app.close();
        plane.close();
    }

    @BeforeEach
    void keys() {
        plane.know("reader", "acme", "parts:read");
        plane.know("writer", "acme", "parts:write");
        plane.know("auditor", "acme", "parts:read", "parts:audit");
        plane.know("stranger", "plain", "parts:write");
        plane.leaveBudget(100);
    }

    @AfterEach
    void heal() {
        plane.force(0);
        plane.force(null);
        plane.delay(0);
    }

    @Test
    void acceptedRequestReachesItsHandler() {
        HttpResponse<String> answer = app.getAs("reader", "/acme/v1/parts");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("bolt");
    }

    @Test
    void questionHasTheHubsOwnPathAndTheClientsAddress() {
        app.getAs("reader", "/acme/v1/parts?page=2");

        assertThat(plane.asked().getLast().toString())
                .contains(
                        "\"hub\":\"acme\"",
                        "\"method\":\"GET\"",
                        "\"path\":\"/v1/parts\"",
                        "\"address\":\"127.0.0.1\"");
    }

    @Test
    void everyAnswerTellsTheBudgetInTheHubsStyle() {
        plane.leaveBudget(42);

        HttpResponse<String> answer = app.getAs("reader", "/acme/v1/parts");

        assertThat(field(answer, "X-RateLimit-Limit")).isEqualTo("100");
        assertThat(field(answer, "X-RateLimit-Remaining")).isEqualTo("41");
        assertThat(Long.parseLong(String.valueOf(field(answer, "X-RateLimit-Reset"))))
                .isBetween(Instant.now().getEpochSecond() + 5, Instant.now().getEpochSecond() + 9);
        assertThat(field(app.getAs("stranger", "/plain/v1/parts"), "X-RateLimit-Limit")).isNull();
    }

    @Test
    void requestWithoutCredentialIsRefusedInTheHubsWords() {
        HttpResponse<String> answer = app.get("/acme/v1/parts");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(body(Refusal.NO_CREDENTIAL, RefusalFacts.NONE));
        assertThat(field(answer, "WWW-Authenticate")).isEqualTo("Bearer realm=\"acme\"");
        assertThat(field(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
    }

    /** Whatever a verdict says, by its status, its fields and its body. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"VALID", "INSUFFICIENT_SCOPE", "RATE_LIMITED"})
    void everyRefusalOfAVerdictIsTheHubsOwnAnswer(VerdictCode code) {
        plane.force(code);

        HttpResponse<String> answer = app.getAs("reader", "/acme/v1/parts");

        Refusal refusal = Objects.requireNonNull(code.refusal());
        RefusalAnswer expected = ExampleHubs.acme(1).refusals().of(refusal);
        assertThat(answer.statusCode()).isEqualTo(expected.status());
        assertThat(answer.body()).isEqualTo(body(refusal, RefusalFacts.NONE));
        assertThat(field(answer, "Content-Type")).isEqualTo(expected.mediaType());
        assertThat(field(answer, "WWW-Authenticate"))
                .isEqualTo(expected.challenge(RefusalFacts.NONE));
        assertThat(field(answer, "Retry-After")).isNull();
    }

    @Test
    void unknownCredentialIsRefusedInTheHubsWords() {
        HttpResponse<String> answer = app.getAs("nobody", "/acme/v1/parts");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"bad-key\"");
        assertThat(field(answer, "WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void credentialOfAnotherHubIsUnknown() {
        assertThat(app.getAs("stranger", "/acme/v1/parts").statusCode()).isEqualTo(401);
        assertThat(app.getAs("stranger", "/plain/v1/parts").statusCode()).isEqualTo(200);
    }

    @Test
    void missingScopeOfTheRouteIsNamed() {
        HttpResponse<String> answer = app.postAs("reader", "/acme/v1/parts", "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo(
                        body(
                                Refusal.INSUFFICIENT_SCOPE,
                                new RefusalFacts("parts:write", null, 0, Map.of())));
        assertThat(field(answer, "WWW-Authenticate")).contains("scope=\"parts:write\"");
    }

    @Test
    void annotatedScopeIsAskedForBesideTheRoutes() {
        assertThat(app.getAs("auditor", "/acme/v1/audit").statusCode()).isEqualTo(200);
        assertThat(app.getAs("reader", "/acme/v1/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void requestThatLacksAnAnnotatedScopeSpendsNothing() {
        app.getAs("reader", "/acme/v1/audit");

        assertThat(plane.budgetLeft()).isEqualTo(100);
    }

    @Test
    void spentBudgetIsTold() {
        plane.leaveBudget(0);

        HttpResponse<String> answer = app.getAs("reader", "/acme/v1/parts");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(field(answer, "Retry-After")).isEqualTo("3");
        assertThat(answer.body()).isEqualTo(body(Refusal.RATE_LIMITED, RefusalFacts.retryAfter(3)));
        assertThat(field(answer, "X-RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void handlerThatIsInNoRouteIsNotOpen() {
        HttpResponse<String> answer = app.getAs("reader", "/acme/v1/secret-route");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(body(Refusal.ROUTE_UNKNOWN, RefusalFacts.NONE));
    }

    @Test
    void twoCredentialsAreOneTooMany() {
        HttpResponse<String> answer =
                app.get(
                        "/acme/v1/parts",
                        "Authorization",
                        "Bearer reader",
                        "Authorization",
                        "Bearer reader");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void credentialInTheQueryIsIgnored() {
        assertThat(app.get("/acme/v1/parts?access_token=reader").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNoApiAndWhatIsOpenNeedsNoCredential() {
        assertThat(app.get("/").statusCode()).isEqualTo(200);
        assertThat(app.get("/acmes").statusCode()).isEqualTo(200);
        assertThat(app.get("/acme/health").statusCode()).isEqualTo(200);
    }

    /** Paths that a container or a framework may read as one on the surface. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//acme/v1/parts",
                "/acme//v1/parts",
                "/acme;x=1/v1/parts",
                "/acme/v1;x/parts",
                "/%61cme/v1/parts",
                "/acme/../acme/v1/parts",
                "/x/../acme/v1/parts",
                "/./acme/v1/parts",
                "/acme/health/../v1/parts",
                "/acme/health;/../v1/parts",
                "/acme/%68ealth",
                "/acme/v1/parts/",
                "/acme%2Fv1/parts",
                "/acme/v1%2fparts",
                "/acme/health%2f..%2fv1/parts",
                "/acme\\v1\\parts"
            })
    void oddlyWrittenPathOpensNothing(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1")).as("without a key").doesNotContain("bolt");
        assertThat(raw("GET " + path + " HTTP/1.1", "Authorization: Bearer stranger"))
                .as("with a key of another hub")
                .doesNotContain("bolt");
        assertThat(raw("GET " + path + " HTTP/1.1").lines().findFirst().orElseThrow())
                .doesNotContain(" 200");
    }

    @Test
    void unreachableDataPlaneIsToldInTheHubsWordsAndNeverAccepts() {
        try (StubDataPlane other = StubDataPlane.start()) {
            other.publish(ExampleHubs.acme(1));
            other.know("reader", "acme", "parts:read");
            try (RunningApp lonely = RunningApp.start(other.url())) {
                assertThat(lonely.getAs("reader", "/acme/v1/parts").statusCode()).isEqualTo(200);
                other.disappear();

                HttpResponse<String> answer = lonely.getAs("reader", "/acme/v1/parts");

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body())
                        .isEqualTo(body(Refusal.UNAVAILABLE, RefusalFacts.retryAfter(1)));
                assertThat(field(answer, "Retry-After")).isEqualTo("1");
            }
        }
    }

    @Test
    void serviceStartsAndRefusesWhileTheDataPlaneIsAway() {
        try (StubDataPlane gone = StubDataPlane.start()) {
            gone.disappear();
            try (RunningApp early = RunningApp.start(gone.url())) {
                HttpResponse<String> answer = early.getAs("reader", "/acme/v1/parts");

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(field(answer, "Retry-After")).isEqualTo("1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 503})
    void whateverElseTheDataPlaneAnswersIsNoVerdict(int status) {
        plane.force(status);

        assertThat(app.getAs("reader", "/acme/v1/parts").statusCode()).isEqualTo(503);
    }

    @Test
    void requestsOneBehindTheOtherAreAskedAboutOverOneConnection() {
        int before = plane.connections();

        for (int i = 0; i < 20; i++) {
            app.getAs("reader", "/acme/v1/parts");
        }

        assertThat(plane.connections() - before).as("new connections").isLessThanOrEqualTo(1);
    }

    @Test
    void lateVerdictIsNoVerdict() {
        plane.delay(1_500);

        assertThat(app.getAs("reader", "/acme/v1/parts").statusCode()).isEqualTo(503);
    }

    @Test
    void questionThatIsNotAcceptedIsAMalformedRequest() {
        plane.force(400);

        assertThat(app.getAs("reader", "/acme/v1/parts").statusCode()).isEqualTo(400);
    }

    @Test
    void newWordsAreUsedWithTheFirstVerdictThatHasThem() {
        try (StubDataPlane changing = StubDataPlane.start()) {
            changing.publish(ExampleHubs.acme(1));
            changing.know("reader", "acme", "parts:read");
            try (RunningApp following = RunningApp.start(changing.url())) {
                changing.publish(ExampleHubs.acme(2));
                following.getAs("reader", "/acme/v1/parts");

                assertThat(following.getAs("nobody", "/acme/v1/parts").body()).contains("says v2");
            }
        }
    }

    @Test
    void controllerIsHandedTheCredentialAndItsFilter() {
        plane.filter(
                "reader",
                """
                {"collection":"parts","container":"shelf","id":"1","conditions":[
                 {"field":"source","operator":"equals","values":["Vendor XYZ"]}]}
                """);

        assertThat(app.getAs("reader", "/acme/v1/whoami").body())
                .contains(
                        "\"id\":\"key_reader\"",
                        "\"workspace\":\"ws_acme\"",
                        "\"plan\":\"paid\"",
                        "\"principal\":\"key_reader\"",
                        "values=[Vendor XYZ]",
                        "\"same\":true");
        assertThat(app.getAs("writer", "/acme/v1/whoami").body()).contains("\"filter\":\"null\"");
    }

    @Test
    void filterThatCannotBeUnderstoodIsNoAcceptance() {
        plane.know("blinded", "acme", "parts:read");
        plane.filter(
                "blinded",
                """
                {"collection":"parts","container":"shelf","id":"1","conditions":[
                 {"field":"source","operator":"starts-with","values":["V"]}]}
                """);

        assertThat(app.getAs("blinded", "/acme/v1/whoami").statusCode()).isEqualTo(503);
    }

    @Test
    void absentResourceIsToldInTheHubsWords() {
        HttpResponse<String> absent = app.getAs("reader", "/acme/v1/parts/2");

        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.body()).isEqualTo(body(Refusal.RESOURCE_NOT_FOUND, RefusalFacts.NONE));
        assertThat(app.getAs("reader", "/acme/v1/parts/one").body()).isEqualTo(absent.body());
    }

    @Test
    void absentResourceIsToldInTheApisOwnWordsWhereItHasSome() {
        HttpResponse<String> absent = app.getAs("reader", "/acme/v1/parts/3");

        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.body())
                .isEqualTo(
                        body(
                                Refusal.RESOURCE_NOT_FOUND,
                                RefusalFacts.NONE.saying("Part \"3\" was not found.")))
                .contains("Part \\\"3\\\" was not found.");
    }

    @Test
    void refusedFieldsAreToldInTheHubsWords() {
        HttpResponse<String> answer = app.postAs("writer", "/acme/v1/parts", "{}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .isEqualTo(
                        body(
                                Refusal.VALIDATION,
                                RefusalFacts.errors(Map.of("name", List.of("is required")))));
        assertThat(app.getAs("reader", "/acme/v1/parts?page=x").statusCode()).isEqualTo(422);
    }

    @Test
    void unreadableBodyIsToldInTheHubsWords() {
        HttpResponse<String> answer = app.postAs("writer", "/acme/v1/parts", "{");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        body(
                                Refusal.MALFORMED,
                                RefusalFacts.NONE.saying(
                                        "The body of the request cannot be read.")));
    }

    @Test
    void failureIsToldInTheHubsWordsAndTellsNothingElse() {
        HttpResponse<String> answer = app.getAs("reader", "/acme/v1/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo(body(Refusal.INTERNAL, RefusalFacts.NONE));
    }

    @Test
    void routeWithoutHandlerIsToldInTheHubsWords() {
        HttpResponse<String> answer = app.getAs("reader", "/acme/v1/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(body(Refusal.ROUTE_UNKNOWN, RefusalFacts.NONE));
    }

    @Test
    void onlyAnnotationsOpenHandlersWhenTheRouteTableIsNotAsked() {
        try (RunningApp annotated =
                RunningApp.start(plane.url(), "keyledger.resource-server.route-table=false")) {
            assertThat(annotated.getAs("auditor", "/acme/v1/audit").statusCode()).isEqualTo(200);
            assertThat(annotated.getAs("reader", "/acme/v1/audit").statusCode()).isEqualTo(403);
            assertThat(annotated.getAs("reader", "/acme/v1/parts").statusCode()).isEqualTo(404);
            assertThat(annotated.get("/acme/v1/audit").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void serviceDoesNotStartWithoutKnowingWhomToAsk() {
        assertThatThrownBy(() -> RunningApp.boot(List.of("keyledger.resource-server.hub=acme")))
                .hasStackTraceContaining("Set keyledger.resource-server.url");
    }

    @Test
    void serviceDoesNotStartWithAnAnnotationWhereNobodyLooks() {
        assertThatThrownBy(() ->
                        RunningApp.boot(
                                List.of(
                                        "keyledger.resource-server.url=" + plane.url(),
                                        "keyledger.resource-server.key=k",
                                        "keyledger.resource-server.hub=acme",
                                        "keyledger.resource-server.base-path=/acme")))
                .hasStackTraceContaining("@RequiresScope");
    }

    private static String body(Refusal refusal, RefusalFacts facts) {
        return new String(
                ExampleHubs.acme(1).refusals().of(refusal).body(facts), StandardCharsets.UTF_8);
    }

    private static @Nullable String field(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            String request =
                    String.join("\r\n", lines) + "\r\nHost: a\r\nConnection: close\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
