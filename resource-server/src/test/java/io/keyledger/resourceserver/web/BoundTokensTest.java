package io.keyledger.resourceserver.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.Refusal;
import io.keyledger.resourceserver.examples.ExampleHubs;
import io.keyledger.resourceserver.examples.RunningApp;
import io.keyledger.resourceserver.examples.StubDataPlane;
import io.keyledger.verdict.profile.ProofChallenge;
import io.keyledger.verdict.profile.RefusalFacts;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens, and among them those that are bound to a key (RFC 9449). To the data plane of this
 * test, a key proves itself.
 */
class BoundTokensTest {

    private static StubDataPlane plane;
    private static RunningApp app;

    @BeforeAll
    static void start() {
        plane = StubDataPlane.start();
        plane.publish(ExampleHubs.acme(1));
        plane.knowToken("free", "acme", null, "parts:read");
        plane.knowToken("bound", "acme", "a-key", "parts:read");
        plane.know("key", "acme", "parts:read");
        app = RunningApp.start(plane.url());
    }

    @AfterAll
    static void stop() {
        app.close();
        plane.close();
    }

    private static HttpResponse<String> get(String authorization, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = authorization;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return app.get("/acme/v1/parts?page=2", all);
    }

    private static void assertUnproven(HttpResponse<String> answer, boolean attempted) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo(
                        new String(
                                ExampleHubs.acme(1)
                                        .refusals()
                                        .of(Refusal.INVALID)
                                        .body(RefusalFacts.NONE),
                                StandardCharsets.UTF_8));
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly(ProofChallenge.of(attempted));
    }

    @Test
    void aControllerIsToldWhichAppActsForWhom() {
        assertThat(app.getAs("free", "/acme/v1/whoami").body())
                .contains("\"client\":\"app_1 for acc_1\"");
        assertThat(app.getAs("key", "/acme/v1/whoami").body())
                .contains("\"client\":\"null for null\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP bound", "dpop bound"})
    void aProofGoesToTheDataPlaneWithTheUrlThatTheClientSees(String authorization) {
        assertThat(get(authorization, "DPoP", "a-key").statusCode()).isEqualTo(200);

        JsonNode asked = plane.asked().getLast();
        assertThat(asked.path("dpop").asString()).isEqualTo("a-key");
        assertThat(asked.path("method").asString()).isEqualTo("GET");
        assertThat(asked.path("url").asString())
                .isEqualTo("http://127.0.0.1:" + app.port() + "/acme/v1/parts");
    }

    @Test
    void aBoundTokenAsBearerIsRefusedWhateverComesAlong() {
        assertUnproven(get("Bearer bound"), false);
        assertUnproven(get("Bearer bound", "DPoP", "a-key"), false);
    }

    @Test
    void aProofThatIsMissingWrongOrThereTwiceIsRefused() {
        assertUnproven(get("DPoP bound"), true);
        assertUnproven(get("DPoP bound", "DPoP", "another-key"), true);
        assertUnproven(get("DPoP bound", "DPoP", "a-key", "DPoP", "a-key"), true);
    }

    @Test
    void whatIsBoundToNoKeyIsRefusedUnderTheSchemeDPoP() {
        assertUnproven(get("DPoP free", "DPoP", "a-key"), true);
        assertUnproven(get("DPoP key", "DPoP", "a-key"), true);
        assertThat(get("Bearer free", "DPoP", "a-key").statusCode()).isEqualTo(200);
    }
}
