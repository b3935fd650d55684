package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that judges by its own copy is bound by receipts as a node is. */
class ReplicatedServiceIT {

    private static final int TRIES = Integer.getInteger("keyledger.replica.tries", 200);

    @TempDir static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server =
                RunningServer.start(
                        folder, "--keyledger.demo=true", "--keyledger.sample-hubs-mode=replicated");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void afterARevocationHasAnsweredTheServiceRefuses() throws Exception {
        Admin admin = new Admin(server);
        String workspace = admin.workspace("enterprise");
        int stale = 0;
        for (int i = 0; i < TRIES; i++) {
            IssuedKey key = admin.key(workspace);
            assertThat(admin.call("/v1/members", key.secret()).statusCode()).isEqualTo(200);
            HttpResponse<String> revoked = admin.revoke(key);
            assertThat(revoked.statusCode()).isEqualTo(200);
            stale += admin.call("/v1/members", key.secret()).statusCode() == 200 ? 1 : 0;
        }

        assertThat(stale).isZero();
    }

    /**
     * The lease rule of a node: waited for until it cannot trust its copy, whatever it wakes to.
     */
    @Test
    void serviceThatSleepsThroughARevocationRefusesWhenItWakes() throws Exception {
        Admin admin = new Admin(server);
        IssuedKey key = admin.key(admin.workspace("enterprise"));
        ProcessHandle service = server.child("sample-hubs.jar");
        assertThat(admin.call("/v1/members", key.secret()).statusCode()).isEqualTo(200);

        HttpResponse<String> revoked;
        signal(service, "STOP");
        try {
            revoked = admin.revoke(key);
        } finally {
            signal(service, "CONT");
        }

        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(Admin.json(revoked).at("/receipt/waitedMillis").asDouble())
                .as("until its trust had run out")
                .isBetween(100.0, 4_000.0);
        assertThat(admin.call("/v1/members", key.secret()).statusCode()).isEqualTo(401);
    }

    private static void signal(ProcessHandle process, String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void suspendedWorkspaceIsRefusedAndResumedOneIsNot() throws Exception {
        Admin admin = new Admin(server);
        String workspace = admin.workspace("enterprise");
        IssuedKey key = admin.key(workspace);
        assertThat(admin.call("/v1/members", key.secret()).statusCode()).isEqualTo(200);

        admin.post("/admin/v1/workspaces/" + workspace + "/suspend", "{}");
        assertThat(admin.call("/v1/members", key.secret()).statusCode()).isEqualTo(403);
        admin.post("/admin/v1/workspaces/" + workspace + "/resume", "{}");
        assertThat(admin.call("/v1/members", key.secret()).statusCode()).isEqualTo(200);
    }
}
