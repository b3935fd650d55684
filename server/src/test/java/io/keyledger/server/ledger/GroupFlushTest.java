package io.keyledger.server.ledger;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.CommandExamples.issue;
import static io.keyledger.server.ledger.CommandExamples.key;
import static io.keyledger.server.ledger.CommandExamples.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a server whose commits wait for the disk, as the product's do. */
class GroupFlushTest {

    private static final int WRITERS = 16;

    private TestDatabase database;
    private LedgerNode node;

    @BeforeEach
    void start() throws SQLException {
        database = PostgresForTests.freshDatabase();
        asSuperuser(
                "do $$ begin execute format('alter database %I set synchronous_commit = on',"
                        + " current_database()); end $$");
        node = LedgerNode.start(database, Watched.class);
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void whatWasAnsweredIsInTheLogOnTheDisk() {
        for (int i = 1; i <= 20; i++) {
            node.commands().send(issue(key(i)), ORIGIN);

            assertThat(isFlushed(node.bean(Watcher.class).written.remove())).isTrue();
        }
    }

    @Test
    void soIsWhatManyWereAnsweredAtOnce() throws Exception {
        try (Crowd crowd = new Crowd(WRITERS)) {
            List<Object> flushed =
                    crowd.all(
                            WRITERS,
                            i -> {
                                node.commands().send(issue(key(i + 1)), ORIGIN);
                                return isFlushed(
                                        Objects.requireNonNull(
                                                node.bean(Watcher.class).written.poll()));
                            });

            assertThat(flushed).hasSize(WRITERS).containsOnly(true);
        }
    }

    /** The change that was there already may be somebody else's, who still waits for the disk. */
    @Test
    void whereTheLogCannotBeFlushedNothingIsAcknowledged() throws SQLException {
        node.commands().send(issue(key(1)), ORIGIN);
        node.commands().send(rename(key(1), "new"), ORIGIN);
        asSuperuser(
                """
                revoke execute on function pg_logical_emit_message(boolean, text, text, boolean),
                    pg_logical_emit_message(boolean, text, bytea, boolean) from public\
                """);

        assertThatThrownBy(() -> node.commands().send(issue(key(2)), ORIGIN))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> node.commands().send(rename(key(1), "new"), ORIGIN))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private boolean isFlushed(String position) {
        return node.jdbc()
                .sql("select pg_current_wal_flush_lsn() >= ?::pg_lsn")
                .param(position)
                .query(Boolean.class)
                .single();
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(database.url(), "postgres", null);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    static class Watched {

        @Bean
        Watcher watcher(JdbcClient jdbc) {
            return new Watcher(jdbc);
        }
    }

    /** Notes where in the log each event was written, in the transaction that writes it. */
    @ProcessingGroup("verification")
    static class Watcher {

        private final JdbcClient jdbc;
        private final Queue<String> written = new ConcurrentLinkedQueue<>();

        Watcher(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(@SuppressWarnings("unused") ApiKeyIssued event) {
            written.add(
                    jdbc.sql("select pg_current_wal_insert_lsn()::text")
                            .query(String.class)
                            .single());
        }
    }
}
