package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A second start on the same folder goes on where the first one ended. */
class RestartIT {

    @TempDir Path folder;

    @Test
    void aSecondStartMakesNothingAgainAndTellsNoSecretAgain() throws IOException {
        String operatorKey;
        JsonNode demo;
        JsonNode workspaces;
        try (RunningServer first = start()) {
            operatorKey = first.operatorKey();
            demo = demo();
            workspaces = workspaces(first);
            assertThat(first.log().split(operatorKey, -1))
                    .as("the operator key is shown once")
                    .hasSize(2);
        }

        try (RunningServer second = start()) {
            assertThat(second.operatorKey()).isEqualTo(operatorKey);
            assertThat(second.log()).doesNotContain(operatorKey);
            assertThat(workspaces(second)).isEqualTo(workspaces);
            for (String hub : demo.propertyNames()) {
                JsonNode seeded = demo().get(hub);
                assertThat(seeded.get("workspace")).isEqualTo(demo.get(hub).get("workspace"));
                assertThat(seeded.get("key")).isEqualTo(demo.get(hub).get("key"));
                assertThat(new Admin(second).verify(hub, seeded.get("key").asString()))
                        .isEqualTo("VALID");
            }
        }
    }

    private RunningServer start() {
        return RunningServer.start(folder, "--keyledger.demo=true");
    }

    private JsonNode demo() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("data/demo.json")));
    }

    private static JsonNode workspaces(RunningServer server) throws IOException {
        return Admin.json(new Admin(server).get("/admin/v1/hubs/hubnity/workspaces"));
    }
}
