package io.keyledger.server.ledger;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.CommandExamples.issue;
import static io.keyledger.server.ledger.CommandExamples.key;
import static io.keyledger.server.ledger.CommandExamples.rename;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;

class StreamingTest {

    private TestDatabase database;
    private LedgerNode node;

    /** A claim that nobody released is free after ten seconds. */
    @BeforeAll
    static void waitLongerThanAClaim() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterAll
    static void waitAsOthersDo() {
        Awaitility.reset();
    }

    @BeforeEach
    void start() {
        database = PostgresForTests.freshDatabase();
        node = LedgerNode.start(database, Recording.class);
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void aProjectionIsWokenByTheCommit() {
        node.commands().send(issue(key(1)), ORIGIN);
        awaitPositions(node, 1);

        long before = System.nanoTime();
        CommandResult renamed = node.commands().send(rename(key(1), "other"), ORIGIN);
        await().pollInterval(Duration.ofMillis(1)).until(() -> positions(node).size() == 2);

        assertThat(positions(node)).endsWith(renamed.position());
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .as("far less than the second after which it would look by itself")
                .isLessThan(Duration.ofMillis(700));
    }

    @Test
    void progressTellsHowFarAProjectionIs() {
        CommandResult issued = node.commands().send(issue(key(1)), ORIGIN);

        await().until(() -> progress(node).position() == issued.position());
        assertThat(progress(node).lag()).isZero();
        assertThat(progress(node).halted()).isFalse();
    }

    @Test
    void twoNodesShareAProjectionAndHandleEachEntryOnce() {
        try (LedgerNode other = LedgerNode.start(database, Recording.class)) {
            node.commands().send(issue(key(1)), ORIGIN);
            other.commands().send(rename(key(1), "other"), ORIGIN);

            await().until(() -> positions(node).size() + positions(other).size() == 2);
            await().during(Duration.ofMillis(500))
                    .until(() -> positions(node).size() + positions(other).size() == 2);
        }
    }

    /** A projection that went on would miss a revocation for ever, and nobody would know. */
    @ParameterizedTest
    @CsvSource({"apikey.revoked,1,'{\"key\":'", "apikey.revoked,2,'{}'", "apikey.enlarged,1,'{}'"})
    void aProjectionHaltsAtWhatItCannotReadAndSaysSo(String name, String revision, String payload) {
        CommandResult last = node.commands().send(issue(key(1)), ORIGIN);
        awaitPositions(node, 1);
        insert(name, revision, payload);

        node.commands().send(issue(key(2)), ORIGIN);

        await().until(() -> progress(node).halted());
        assertThat(progress(node).position()).isEqualTo(last.position());
        assertThat(progress(node).lag()).isEqualTo(2);
        assertThat(progress(node).error()).contains("SerializationException");
        assertThat(positions(node)).containsExactly(last.position());
    }

    /** Whoever logs the error and goes on has lost the entry. */
    @Test
    void aProjectionHaltsAtWhatItCannotHandleAndGoesOnFromThereWhenItCan() {
        recorder(node).fails.set(true);
        CommandResult failing = node.commands().send(issue(key(1)), ORIGIN);
        node.commands().send(issue(key(2)), ORIGIN);

        await().until(() -> progress(node).halted());
        assertThat(progress(node).error()).contains("no disk space");
        assertThat(positions(node)).isEmpty();

        recorder(node).fails.set(false);
        awaitPositions(node, 2);
        assertThat(positions(node)).startsWith(failing.position());
        await().until(() -> !progress(node).halted());
    }

    /** What was handled and not committed may come twice; nothing may be missing. */
    @Test
    void aProjectionMissesNothingWhenItsConnectionsAreCut() {
        List<Long> committed = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ApiKeyId next = key(i);
            await().ignoreExceptionsInstanceOf(LedgerUnavailableException.class)
                    .until(() ->
                            committed.add(node.commands().send(issue(next), ORIGIN).position()));
            if (i % 3 == 0) {
                database.disconnectAll();
            }
        }

        await().until(() -> positions(node).containsAll(committed));
        await().until(() -> progress(node).lag() == 0 && !progress(node).halted());
    }

    @Test
    void aProjectionCanBeReplayedAlsoAcrossARestart() {
        node.commands().send(issue(key(1)), ORIGIN);
        node.commands().send(rename(key(1), "other"), ORIGIN);
        awaitPositions(node, 2);

        TrackingEventProcessor processor = processor(node);
        processor.shutDown();
        processor.resetTokens();
        node.close();
        node = LedgerNode.start(database, Recording.class);

        awaitPositions(node, 2);
        CommandResult next = node.commands().send(rename(key(1), "third"), ORIGIN);
        awaitPositions(node, 3);
        await().until(() -> progress(node).position() == next.position());
        assertThat(positions(node)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyNodeClaimsUnderANameOfItsOwn() {
        String owner = owner();
        node.close();
        node = LedgerNode.start(database, Recording.class);

        await().until(() -> !owner().equals(owner));
    }

    private String owner() {
        await().until(() -> ownerOrNone() != null);
        return String.valueOf(ownerOrNone());
    }

    private @Nullable String ownerOrNone() {
        return node.jdbc()
                .sql("select max(owner) from ledger_token where processor_name = 'recorder'")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void insert(String name, String revision, String payload) {
        node.jdbc()
                .sql(
                        """
                        insert into ledger_event (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        values ('e', 'key_broken', 0, 'ApiKey', '2026-11-22T18:00:00Z', ?, ?, ?, '{}')
                        """)
                .params(name, revision, payload)
                .update();
    }

    private static void awaitPositions(LedgerNode node, int count) {
        await().until(() -> positions(node).size() >= count);
        assertThat(positions(node)).hasSize(count);
    }

    private static List<Long> positions(LedgerNode node) {
        return recorder(node).positions;
    }

    private static Recording.Handler recorder(LedgerNode node) {
        return node.bean(Recording.Handler.class);
    }

    private static ProjectionProgress progress(LedgerNode node) {
        return node.bean(Projections.class).progress().stream()
                .filter(it -> it.group().equals("recorder"))
                .findFirst()
                .orElse(new ProjectionProgress("recorder", -1, 0, null));
    }

    private static TrackingEventProcessor processor(LedgerNode node) {
        return node.bean(EventProcessingConfiguration.class)
                .eventProcessor("recorder", TrackingEventProcessor.class)
                .orElseThrow();
    }

    static class Recording {

        @Bean
        Handler recorder() {
            return new Handler();
        }

        @ProcessingGroup("recorder")
        static class Handler {

            final List<Long> positions = new CopyOnWriteArrayList<>();
            final AtomicBoolean fails = new AtomicBoolean();

            @EventHandler
            void on(@SuppressWarnings("unused") ApiKeyEvent event, TrackingToken token) {
                if (fails.get()) {
                    throw new IllegalStateException("no disk space");
                }
                positions.add(token.position().orElseThrow());
            }
        }
    }
}
