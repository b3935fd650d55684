package io.keyledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.query.proof.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

class TreeExtensionTest {

    private ProvenLedger ledger;

    @BeforeEach
    void open() {
        ledger = new ProvenLedger();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Checkpoint last() {
        return ledger.checkpoints.last().orElseThrow().read().orElseThrow().checkpoint();
    }

    @Test
    void aCheckpointCoversWhatWasAppendedAndIsSigned() {
        ledger.append(3);
        ledger.skipPosition();
        ledger.append(2);

        ledger.growWhole();

        assertThat(last().size()).isEqualTo(5);
        assertThat(last().position()).isEqualTo(6);
        assertThat(last().root()).isEqualTo(ledger.rootOfRows());
        assertThat(ledger.proofs.status().lag()).isZero();
        assertThat(
                        ledger.checkpoints
                                .last()
                                .orElseThrow()
                                .read()
                                .orElseThrow()
                                .isSignedBy(ledger.keys.known()))
                .isTrue();
    }

    @Test
    void nothingIsSignedWhileNothingIsAppended() {
        ledger.growWhole();
        assertThat(ledger.checkpoints.last()).isEmpty();

        ledger.append(1);
        ledger.growWhole();
        ledger.growWhole();

        assertThat(ledger.checkpoints.after(0, 10)).hasSize(1);
    }

    /** Each round is a node that knows nothing of the one before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 32, 45})
    void aRestartInTheMiddleGoesOnWhereTheTablesEnd(int batch) {
        ledger.append(150);
        while (ledger.node(batch).extend()) {
            ledger.append(batch > 30 ? 3 : 0);
        }

        assertThat(last().root()).isEqualTo(ledger.rootOfRows());
        assertThat(ledger.proofs.size()).isGreaterThanOrEqualTo(150);
    }

    @Test
    void proofsOfTheStoredTreeAreTrueForEverySize() {
        ledger.append(1_100);
        ledger.growWhole();

        for (long size : List.of(1L, 31L, 32L, 33L, 500L, 1_024L, 1_025L, 1_100L)) {
            Included included = ledger.proofs.inclusion(size, size).orElseThrow();
            assertThat(included.proof().proves(included.leaf(), ledger.proofs.root(size))).isTrue();
            assertThat(
                            ledger.proofs
                                    .consistency(size, 1_100)
                                    .proves(ledger.proofs.root(size), ledger.rootOfRows()))
                    .isTrue();
        }
        assertThat(ledger.proofs.inclusion(33, 32)).isEmpty();
        assertThat(ledger.proofs.inclusion(1_101, 1_100)).isEmpty();
    }

    /** The lock off: the keys of the tables alone keep two nodes from growing it in two ways. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyNodesGrowOneTree(boolean locked) throws Exception {
        ledger.append(40);
        List<Callable<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            TreeExtension extension = ledger.node(5);
            nodes.add(() -> growing(extension, locked));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            Future<?> writer = threads.submit(() -> ledger.append(200));
            for (Future<Void> done : threads.invokeAll(nodes)) {
                done.get();
            }
            writer.get();
        }
        ledger.growWhole();

        assertThat(last().size()).isEqualTo(240);
        assertThat(last().root()).isEqualTo(ledger.rootOfRows());
        assertThat(ledger.tree.leaves(0, 1_000)).hasSize(240).extracting(Leaf::index).isSorted();
    }

    private Void growing(TreeExtension node, boolean locked) {
        for (int round = 0; round < 60; round++) {
            try {
                if (locked) {
                    node.extend();
                } else {
                    ledger.transactions.executeWithoutResult(_ -> node.extendAlone());
                }
            } catch (DuplicateKeyException faster) {
                assertThat(locked).as("nobody is faster than the holder of the lock").isFalse();
            }
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_checkpoint set note = 'x'",
                "delete from ledger_checkpoint",
                "truncate ledger_checkpoint",
                "update ledger_leaves set hashes = hashes",
                "delete from ledger_leaves",
                "delete from ledger_tree_node",
                "update ledger_origin set origin = 'other'"
            })
    void whatWasSaidCannotBeTakenBack(String sql) {
        ledger.append(40);
        ledger.growWhole();

        assertThatThrownBy(() -> ledger.jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> ledger.superuser.sql(sql).update())
                .hasStackTraceContaining("append only");
    }

    /** Who reads the documentation comes to the same leaves, in SQL. */
    @Test
    void theDocumentedSqlComputesTheSameLeaves() throws IOException {
        ledger.append(3);
        ledger.growWhole();
        var block = Pattern.compile("(?s)```sql\n(.*?);\n```").matcher(documentation());
        assertThat(block.find()).isTrue();

        List<String> leaves =
                ledger.jdbc.sql(block.group(1)).query((row, _) -> row.getString("leaf")).list();

        assertThat(leaves)
                .isEqualTo(
                        ledger.tree.leaves(0, 3).stream().map(it -> it.hash().base64()).toList());
    }

    private static String documentation() throws IOException {
        return Files.readString(Path.of("..", "docs", "audit.md"));
    }
}
