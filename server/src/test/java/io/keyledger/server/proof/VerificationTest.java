package io.keyledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyledger.query.proof.Checkpoint;
import io.keyledger.query.proof.Frontier;
import io.keyledger.query.proof.Hash;
import io.keyledger.query.proof.SignedCheckpoint;
import io.keyledger.server.proof.Difference.Kind;
import io.keyledger.server.proof.Verification.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a superuser of the database does to the ledger behind the triggers is found, and named. */
class VerificationTest {

    @TempDir private Path folder;
    private ProvenLedger ledger;

    /** Checkpoints of 10, 20, … 100 entries, and their copies. */
    @BeforeEach
    void open() {
        ledger = new ProvenLedger();
        for (int at = 0; at < 10; at++) {
            ledger.append(10);
            ledger.growWhole();
        }
        ledger.files(folder).update();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Verification verified() {
        return verified(folder);
    }

    private Verification verified(Path copies) {
        try (Verifications verifications =
                new Verifications(
                        ledger.jdbc,
                        ledger.files(copies),
                        ledger.keys,
                        position -> "remembered-" + position)) {
            verifications.start("account:acc_1");
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> !verifications.last().orElseThrow().isRunning());
            return verifications.last().orElseThrow();
        }
    }

    private Difference found(Path copies) {
        Verification verification = verified(copies);
        assertThat(verification.result()).isEqualTo(Result.DIFFERENCE);
        return Objects.requireNonNull(verification.difference());
    }

    private void assertFound(
            Kind kind, @Nullable Long position, @Nullable String event, @Nullable Long checkpoint) {
        Difference found = found(folder);
        assertThat(found.kind()).as(found.explanation()).isEqualTo(kind);
        assertThat(found.position()).isEqualTo(position);
        assertThat(found.event()).isEqualTo(event);
        assertThat(found.checkpoint()).isEqualTo(checkpoint);
    }

    private String event(long position) {
        return ledger.jdbc
                .sql("select event_identifier from ledger_event where global_index = ?")
                .param(position)
                .query(String.class)
                .single();
    }

    @Test
    void aLedgerThatNobodyTouchedIsSound() {
        ledger.append(3);

        Verification verification = verified();

        assertThat(verification.result()).as(verification.toString()).isEqualTo(Result.SOUND);
        assertThat(verification.startedBy()).isEqualTo("account:acc_1");
        assertThat(verification.size()).isEqualTo(100);
        assertThat(verification.position()).isEqualTo(100);
        assertThat(verification.checked()).isEqualTo(100);
    }

    @Test
    void aChangedByteIsFound() {
        ledger.tamper(
                "update ledger_event set payload = replace(payload, '€', 'E') where global_index = 42");

        assertFound(Kind.ENTRY_CHANGED, 42L, event(42), 50L);
    }

    @Test
    void aChangedTimeIsFound() {
        ledger.tamper(
                "update ledger_event set time_stamp = '2026-11-25T08:00:00.000001Z' where global_index = 100");

        assertFound(Kind.ENTRY_CHANGED, 100L, event(100), 100L);
    }

    @Test
    void aRemovedEntryIsFound() {
        ledger.tamper("delete from ledger_event where global_index = 33");

        assertFound(Kind.ENTRY_MISSING, 33L, "remembered-33", 40L);
    }

    @Test
    void aRemovedLastEntryIsFound() {
        ledger.tamper("delete from ledger_event where global_index = 100");

        assertFound(Kind.ENTRY_MISSING, 100L, "remembered-100", 100L);
    }

    @Test
    void twoEntriesThatTookEachOthersPlaceAreFound() {
        String was = event(78);
        ledger.tamper("update ledger_event set global_index = 10000 where global_index = 77");
        ledger.tamper("update ledger_event set global_index = 77 where global_index = 78");
        ledger.tamper("update ledger_event set global_index = 78 where global_index = 10000");

        assertFound(Kind.ENTRY_CHANGED, 77L, was, 80L);
    }

    @Test
    void anEntryThatWasPutAmongOthersIsFound() {
        ledger.skipPosition();
        ledger.append(1);
        ledger.growWhole();
        ledger.tamper(
                """
                insert into ledger_event (global_index, event_identifier, aggregate_identifier,
                    sequence_number, type, time_stamp, payload_type, payload, meta_data)
                overriding system value values (101, 'late', 'key_late', 0, 'ApiKey', '', '', '{}', '{}')
                """);

        assertFound(Kind.ENTRY_INSERTED, 101L, "late", 101L);
    }

    /** Whoever changes an entry and its leaf as well is shown by the node above it. */
    @Test
    void aChangedNodeIsFound() {
        String entry = event(32);
        ledger.tamper("update ledger_tree_node set hash = sha256('x') where index = 0");

        assertFound(Kind.TREE_CHANGED, 32L, entry, 40L);
    }

    @Test
    void aRemovedLeafIsFound() {
        ledger.tamper("delete from ledger_leaves where first_index = 50");

        assertFound(Kind.TREE_CHANGED, 51L, event(51), 60L);
    }

    /** The entry, its leaf and all nodes are made to fit: the signed root does not. */
    @Test
    void aTreeThatWasComputedAnewDoesNotFitTheCheckpoint() {
        rewriteTree(95);

        Difference found = found(folder);

        assertThat(found.kind()).isEqualTo(Kind.ROOT_DIFFERS);
        assertThat(found.checkpoint()).isEqualTo(100);
        assertThat(found.explanation()).contains("agrees is of 90 entries");
    }

    @Test
    void aForgedCheckpointIsFound() {
        KeyFile.Pair other = new KeyFile("Key", KeyFile.generated()).pair();
        CheckpointKeys forger = new CheckpointKeys(ledger.checkpoints.origin(), List.of(other));
        replaceLast(forger.sign(checkpoint(100, Hash.EMPTY)).orElseThrow());

        assertFound(Kind.CHECKPOINT_FORGED, 100L, null, 100L);
    }

    /** Nor does a true signature help that was made for another size. */
    @Test
    void aCheckpointOfAnotherSizeIsFound() {
        ledger.tamper(
                "update ledger_checkpoint set note = (select note from ledger_checkpoint where size = 60)"
                        + " where size = 70");

        assertFound(Kind.CHECKPOINT_FORGED, 70L, null, 70L);
    }

    /** Whoever has database and key makes everything fit, but for the copies. */
    @Test
    void whatIsSignedAnewContradictsTheCopies(@TempDir Path none) {
        rewriteTree(95);
        replaceLast(ledger.keys.sign(checkpoint(100, ledger.rootOfRows())).orElseThrow());

        assertFound(Kind.COPY_DIFFERS, 100L, null, 100L);
        assertThat(verified(none).result()).isEqualTo(Result.SOUND);
    }

    @Test
    void aRemovedCheckpointIsFound() {
        ledger.tamper("delete from ledger_checkpoint where size = 30");

        assertFound(Kind.CHECKPOINT_MISSING, 30L, null, 30L);
    }

    @Test
    void aLedgerThatWasCutOffIsFoundByTheCopies() {
        for (String table :
                List.of(
                        "ledger_event where global_index > 90",
                        "ledger_leaves where first_index >= 90",
                        "ledger_checkpoint where size > 90")) {
            ledger.tamper("delete from " + table);
        }

        assertFound(Kind.LEDGER_SHORTER, 90L, null, 100L);
    }

    @Test
    void aChangedCopyIsFound() throws IOException {
        Path file = ledger.files(folder).files().getFirst();
        List<String> lines = Files.readAllLines(file);
        lines.set(2, "{\"checkpoint\":\"nonsense\"}");
        Files.write(file, lines);

        assertThat(found(folder).kind()).isEqualTo(Kind.COPY_DIFFERS);
    }

    @Test
    void oneIsRunningAtATimeAndOneThatDiedIsGivenUp() {
        VerificationTable table = new VerificationTable(ledger.jdbc);
        assertThat(table.start("key:key_1", new Tip(1, 1))).isPresent();
        assertThat(table.start("key:key_2", new Tip(1, 1))).isEmpty();
        table.abandon(Duration.ofSeconds(60));
        assertThat(table.last().orElseThrow().isRunning()).isTrue();
        ledger.superuser
                .sql("update ledger_verification set seen_at = now() - interval '2 minutes'")
                .update();

        table.abandon(Duration.ofSeconds(60));

        assertThat(table.last().orElseThrow().result()).isEqualTo(Result.ABANDONED);
        assertThat(table.start("key:key_2", new Tip(1, 1))).isPresent();
    }

    private Checkpoint checkpoint(long size, Hash root) {
        return new Checkpoint(ledger.checkpoints.origin(), size, root, Instant.now(), size);
    }

    private void replaceLast(SignedCheckpoint forged) {
        ledger.tamper(
                "update ledger_checkpoint set note = '%s' where size = %d"
                        .formatted(forged.note(), forged.checkpoint().size()));
    }

    /** Changes an entry, and everything in the stored tree that would tell of it. */
    private void rewriteTree(long position) {
        ledger.tamper("update ledger_event set payload = '{}' where global_index = " + position);
        Frontier frontier = Frontier.empty();
        new LedgerRows(ledger.jdbc)
                .after(0, 1_000)
                .forEach(row ->
                        frontier.append(
                                row.leaf(),
                                (level, index, hash) -> rewrite(level, index, hash.bytes())));
    }

    private void rewrite(int level, long index, byte[] hash) {
        String hex = HexFormat.of().formatHex(hash);
        if (level == 0 && index >= 90) {
            ledger.superuser.sql("alter table ledger_leaves disable trigger append_only").update();
            ledger.superuser
                    .sql(
                            """
                            update ledger_leaves set hashes = overlay(hashes placing '\\x%s'
                                from (32 * (%d - first_index) + 1)::int for 32)
                            where first_index <= %2$d
                                and first_index + cardinality(positions) > %2$d
                            """
                                    .formatted(hex, index))
                    .update();
            ledger.superuser
                    .sql("alter table ledger_leaves enable always trigger append_only")
                    .update();
        } else if (level > 0 && level % TreeTable.HEIGHT == 0) {
            ledger.tamper(
                    "update ledger_tree_node set hash = '\\x%s' where level = %d and index = %d"
                            .formatted(hex, level, index));
        }
    }
}
