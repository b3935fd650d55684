package io.keyledger.server.proof;

import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.query.proof.Frontier;
import io.keyledger.query.proof.Hash;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger of plain rows in a database of its own, with its tree. */
final class ProvenLedger implements AutoCloseable {

    final TestDatabase database = PostgresForTests.freshDatabase();
    final HikariDataSource pool = pool(database);
    final JdbcClient jdbc = JdbcClient.create(pool);
    final JdbcClient superuser = JdbcClient.create(database.owner());
    final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(pool));
    final KeyFile.Pair pair = new KeyFile("Key", KeyFile.generated()).pair();
    final CheckpointTable checkpoints = new CheckpointTable(jdbc);
    final CheckpointKeys keys = new CheckpointKeys(checkpoints.origin(), List.of(pair));
    final TreeTable tree = new TreeTable(jdbc);
    final LedgerProofs proofs = new LedgerProofs(jdbc, keys);

    private static HikariDataSource pool(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.runtime());
        pool.setMaximumPoolSize(6);
        return pool;
    }

    void append(int entries) {
        for (int entry = 0; entry < entries; entry++) {
            jdbc.sql(
                            """
                            insert into ledger_event (event_identifier, aggregate_identifier,
                                sequence_number, type, time_stamp, payload_type, payload_revision,
                                payload, meta_data)
                            values (?, ?, 0, 'ApiKey', '2026-11-25T08:00:00.000000Z',
                                'apikey.issued', '1', ?, '{"actor":"key:ä"}')
                            """)
                    .param(UUID.randomUUID().toString())
                    .param("key_" + UUID.randomUUID())
                    .param("{\"name\":\"€ " + UUID.randomUUID() + "\"}")
                    .update();
        }
    }

    /** A position that was taken and rolled back. */
    void skipPosition() {
        transactions.executeWithoutResult(rolledBack -> {
            append(1);
            rolledBack.setRollbackOnly();
        });
    }

    /** As another process would: nothing is shared but the database. */
    TreeExtension node(int batch) {
        return new TreeExtension(transactions, jdbc, keys, Clock.systemUTC(), batch);
    }

    void growWhole() {
        TreeExtension node = node(500);
        while (node.extend()) {
            Thread.onSpinWait();
        }
    }

    CheckpointFiles files(Path folder) {
        return new CheckpointFiles(folder, checkpoints);
    }

    /** The root over what the event table holds, computed in the simplest way. */
    Hash rootOfRows() {
        Frontier frontier = Frontier.empty();
        new LedgerRows(jdbc)
                .after(0, Integer.MAX_VALUE)
                .forEach(row -> frontier.append(row.leaf(), (_, _, _) -> {}));
        return frontier.root();
    }

    /** As somebody who may do everything to the database, and hides it from the triggers. */
    void tamper(String sql) {
        for (String table :
                List.of("ledger_event", "ledger_leaves", "ledger_tree_node", "ledger_checkpoint")) {
            superuser.sql("alter table " + table + " disable trigger append_only").update();
        }
        superuser.sql(sql).update();
        for (String table :
                List.of("ledger_event", "ledger_leaves", "ledger_tree_node", "ledger_checkpoint")) {
            superuser.sql("alter table " + table + " enable always trigger append_only").update();
        }
    }

    @Override
    public void close() {
        pool.close();
        database.close();
    }
}
