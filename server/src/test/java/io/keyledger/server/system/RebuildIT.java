package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rebuilding read models over HTTP: what can be done, by whom, and what it tells. */
@ExtendWith(SharedServer.class)
class RebuildIT {

    private static final String INVENTORY = "/admin/v1/projections/inventory";
    private static final String START = INVENTORY + "/rebuild";
    private static final String CANCEL = START + "/cancel";
    private static final int TRIES = 20;

    private Admin admin;

    @BeforeEach
    void meet(RunningServer server) throws IOException {
        admin = new Admin(server);
        awaitEnd();
    }

    @Test
    void aRebuildIsStartedWatchedAndRecorded() throws IOException {
        HttpResponse<String> started = admin.post(START, "{\"reason\":\"an index was damaged\"}");

        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        assertThat(Answers.header(started, "Location")).isEqualTo(INVENTORY);
        assertThat(Admin.json(started).get("state").stringValue()).isEqualTo("running");

        JsonNode ended = awaitEnd();
        assertThat(ended.get("id")).isEqualTo(Admin.json(started).get("id"));
        assertThat(ended.get("state").stringValue()).isEqualTo("switched");
        assertThat(ended.get("percent").intValue()).isEqualTo(100);
        assertThat(ended.get("reason").stringValue()).isEqualTo("an index was damaged");
        assertThat(ended.get("startedBy").stringValue()).startsWith("key:");
        assertThat(ended.at("/comparison/equal").booleanValue()).as("%s", ended).isTrue();
        assertThat(ended.at("/comparison/tables").size()).isEqualTo(8);
        assertThat(Admin.json(admin.get(INVENTORY + "/rebuilds?limit=1")).at("/items/0"))
                .isEqualTo(ended);
    }

    @Test
    void theSameCallStartsOneRebuild() throws IOException {
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = admin.post(START, "{}", "Idempotency-Key", key);
        awaitEnd();
        HttpResponse<String> again = admin.post(START, "{}", "Idempotency-Key", key);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(awaitEnd().get("id")).isEqualTo(Admin.json(first).get("id"));
    }

    @Test
    void whileOneRunsThereIsNoOther() throws IOException {
        assertThat(soonAfterAStart(START)).isEqualTo("REBUILD_RUNNING");
    }

    @Test
    void whatRunsCanBeCancelledAndWhatDoesNotCannot() throws IOException {
        assertThat(soonAfterAStart(CANCEL)).isEqualTo("cancelled");

        JsonNode ended = awaitEnd();
        assertThat(ended.get("state").stringValue()).isEqualTo("cancelled");
        assertThat(ended.get("endedBy").stringValue()).startsWith("key:");
        assertProblem(admin.post(CANCEL, ""), 409, "REBUILD_NOT_RUNNING");
    }

    /** What is said to a call that comes while a rebuild runs; they are over soon here. */
    private String soonAfterAStart(String path) throws IOException {
        String said = "nothing";
        for (int i = 0; i < TRIES && !said.equals("REBUILD_RUNNING"); i++) {
            awaitEnd();
            admin.post(START, "{}");
            JsonNode answer = Admin.json(admin.post(path, "{}"));
            said = (answer.has("code") ? answer.get("code") : answer.get("state")).stringValue();
            if (said.equals("cancelled")) {
                return said;
            }
        }
        return said;
    }

    @Test
    void verdictsDoNotWaver() throws IOException {
        IssuedKey key = admin.key(admin.workspace("enterprise"));
        admin.post(START, "{}");

        do {
            assertThat(admin.verify(key.secret())).isEqualTo("VALID");
        } while (latest().get("state").stringValue().equals("running"));

        admin.post(START, "{}");
        admin.revoke(key);
        assertThat(admin.verify(key.secret())).isNotEqualTo("VALID");
    }

    @Test
    void aReadModelThatThereIsNotIsAbsent() throws IOException {
        for (String name : new String[] {"unknown", "verification"}) {
            String path = "/admin/v1/projections/" + name;
            assertProblem(admin.get(path), 404, "PROJECTION_UNKNOWN");
            assertProblem(admin.get(path + "/rebuilds"), 404, "PROJECTION_UNKNOWN");
            assertProblem(admin.post(path + "/rebuild", "{}"), 404, "PROJECTION_UNKNOWN");
            assertProblem(admin.post(path + "/rebuild/cancel", ""), 404, "PROJECTION_UNKNOWN");
        }
    }

    @Test
    void whoMayOnlySeeThemCannotRebuildThem() throws IOException {
        Admin reader = admin.as(admin.operatorsKey("projections:read"));

        assertThat(reader.get(INVENTORY).statusCode()).isEqualTo(200);
        assertThat(reader.get(INVENTORY + "/rebuilds").statusCode()).isEqualTo(200);
        assertProblem(reader.post(START, "{}"), 403, "SCOPE_INSUFFICIENT");
        assertProblem(reader.post(CANCEL, ""), 403, "SCOPE_INSUFFICIENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit:read", "workspaces:write", "hubs:write"})
    void othersCanDoNeither(String scope) throws IOException {
        Admin other = admin.as(admin.operatorsKey(scope));

        assertProblem(other.get(INVENTORY), 403, "SCOPE_INSUFFICIENT");
        assertProblem(other.post(START, "{}"), 403, "SCOPE_INSUFFICIENT");
    }

    @Test
    void aReasonThatCannotBeKeptStartsNothing() throws IOException {
        assertProblem(admin.post(START, "{\"reason\":\" \"}"), 400, "INVALID_FIELD");
    }

    private JsonNode awaitEnd() throws IOException {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !latest().path("state").asString("none").equals("running"));
        return latest();
    }

    private JsonNode latest() throws IOException {
        return Admin.json(admin.get(INVENTORY)).path("rebuild");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Admin.json(answer).get("code").stringValue()).isEqualTo(code);
    }
}
