package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.server.system.Admin.IssuedKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged outlives the process and its database, however they end. {@code
 * -Dkeyledger.kills=50} is the long run.
 */
class DurabilityIT {

    private static final int KILLS = Integer.getInteger("keyledger.kills", 3);

    @TempDir Path folder;

    private final List<IssuedKey> issued = Collections.synchronizedList(new ArrayList<>());
    private final List<IssuedKey> revoked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        Random random = new Random(20_261_122);
        for (int kill = 0; kill < KILLS; kill++) {
            RunningServer server = RunningServer.start(folder);
            assertAllIsThere(new Admin(server));
            writeAndKill(server, 300 + random.nextInt(1_500));
        }
        try (RunningServer server = RunningServer.start(folder)) {
            assertAllIsThere(new Admin(server));
        }
        assertThat(revoked).as("something was revoked before a kill").isNotEmpty();
    }

    private void writeAndKill(RunningServer server, int millis) throws Exception {
        Admin admin = new Admin(server);
        String workspace = admin.workspace("enterprise");
        AtomicBoolean stopped = new AtomicBoolean();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(Thread.ofVirtual().start(() -> write(admin, workspace, stopped)));
        }
        Thread.sleep(millis);
        // Without its database, whose memory dies with it: only what is on the disk is left.
        server.killWithDatabase();
        stopped.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private void write(Admin admin, String workspace, AtomicBoolean stopped) {
        while (!stopped.get()) {
            try {
                IssuedKey kept = admin.key(workspace);
                issued.add(kept);
                IssuedKey ended = admin.key(workspace);
                if (admin.revoke(ended).statusCode() == 200) {
                    revoked.add(ended);
                }
            } catch (IOException _) {
                return;
            }
        }
    }

    private void assertAllIsThere(Admin admin) throws IOException {
        for (IssuedKey key : List.copyOf(issued)) {
            assertThat(admin.verify(key.secret())).as("issued %s", key.id()).isEqualTo("VALID");
        }
        for (IssuedKey key : List.copyOf(revoked)) {
            assertThat(admin.verify(key.secret())).as("revoked %s", key.id()).isEqualTo("REVOKED");
        }
    }
}
