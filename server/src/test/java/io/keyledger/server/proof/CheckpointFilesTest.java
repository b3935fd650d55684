package io.keyledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTest {

    @TempDir private Path folder;
    private ProvenLedger ledger;

    @BeforeEach
    void open() {
        ledger = new ProvenLedger();
        checkpoints(3);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void checkpoints(int number) {
        for (int at = 0; at < number; at++) {
            ledger.append(1);
            ledger.growWhole();
        }
    }

    private Path file() {
        return ledger.files(folder).files().getLast();
    }

    private List<StoredCheckpoint> copied() throws IOException {
        List<StoredCheckpoint> copied = new ArrayList<>();
        try (Copies copies = new Copies(ledger.files(folder).files())) {
            while (copies.peek() != null) {
                copied.add(copies.peek());
                copies.advance();
            }
        }
        return copied;
    }

    @Test
    void everyCheckpointIsCopiedOnce() throws IOException {
        CheckpointFiles files = ledger.files(folder);
        files.update();
        files.update();
        checkpoints(2);
        ledger.files(folder).update();

        assertThat(copied()).hasSize(5).isEqualTo(ledger.checkpoints.after(0, 10));
    }

    @Test
    void whatACrashLeftHalfWrittenIsCutOffAndWrittenAnew() throws IOException {
        ledger.files(folder).update();
        String whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.length() - 40));

        assertThat(copied()).hasSize(2);
        ledger.files(folder).update();

        assertThat(file()).hasContent(whole);
    }

    @Test
    void twoNodesShareAFolder() throws Exception {
        CheckpointFiles one = ledger.files(folder);
        CheckpointFiles two = ledger.files(folder);
        Thread other =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int at = 0; at < 20; at++) {
                                two.update();
                            }
                        });
        for (int at = 0; at < 10; at++) {
            checkpoints(1);
            one.update();
        }
        other.join();
        one.update();

        assertThat(copied()).isEqualTo(ledger.checkpoints.after(0, 100)).hasSize(13);
    }

    /** A restored backup, or a rewritten history: the copies are evidence, and stay as they are. */
    @Test
    void copiesThatTheDatabaseContradictsAreNotAddedTo() throws IOException {
        ledger.files(folder).update();
        String before = Files.readString(file());
        ledger.tamper("delete from ledger_checkpoint where size = 3");
        checkpoints(2);

        assertThatThrownBy(() -> ledger.files(folder).update())
                .isInstanceOf(CopiesContradict.class)
                .hasMessageContaining("3 entries");
        assertThat(file()).hasContent(before);
    }

    @Test
    void whatIsNoCheckpointAtTheEndIsAContradictionToo() throws IOException {
        ledger.files(folder).update();
        Files.writeString(file(), "{\"checkpoint\":\"nonsense\"}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> ledger.files(folder).update())
                .isInstanceOf(CopiesContradict.class);
    }
}
