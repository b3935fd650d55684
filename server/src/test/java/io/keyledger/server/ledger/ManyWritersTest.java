package io.keyledger.server.ledger;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.CommandExamples.issue;
import static io.keyledger.server.ledger.CommandExamples.key;
import static io.keyledger.server.ledger.CommandExamples.rename;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** Two nodes on one database. */
class ManyWritersTest {

    private static final int WRITERS = 64;

    private TestDatabase database;
    private List<LedgerNode> nodes;

    @BeforeEach
    void start() {
        database = PostgresForTests.freshDatabase();
        nodes =
                List.of(
                        LedgerNode.start(database, NowAndThenRefusing.class),
                        LedgerNode.start(database, NowAndThenRefusing.class));
    }

    @AfterEach
    void stop() {
        nodes.forEach(LedgerNode::close);
        database.close();
    }

    @Test
    void commandsOnOneKeyEitherSucceedOrConflict() throws Exception {
        node(0).commands().send(issue(key(1)), ORIGIN);

        List<Object> outcomes =
                inParallel(i -> node(i).commands().send(rename(key(1), "name " + i), ORIGIN));

        assertThat(outcomes)
                .allMatch(it ->
                        it instanceof CommandResult || it instanceof VersionConflictException);
        List<Long> versions = versions(outcomes);
        assertThat(versions)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, versions.size()).boxed().toList());
    }

    @Test
    void ofManyWhoHaveSeenTheSameVersionOneSucceeds() throws Exception {
        node(0).commands().send(issue(key(1)), ORIGIN);

        List<Object> outcomes =
                inParallel(i ->
                        node(i).commands()
                                .send(rename(key(1), "name " + i), ORIGIN, OptionalLong.of(0)));

        assertThat(versions(outcomes)).containsExactly(1L);
        assertThat(outcomes.stream().filter(it -> !(it instanceof CommandResult)))
                .allMatch(VersionConflictException.class::isInstance);
    }

    @Test
    void aKeyThatManyIssueAtOnceIsIssuedOnce() throws Exception {
        List<Object> outcomes = inParallel(i -> node(i).commands().send(issue(key(1)), ORIGIN));

        assertThat(versions(outcomes)).hasSize(WRITERS).containsOnly(0L);
    }

    /** A reader never has to go back: what it has passed by was rolled back. */
    @Test
    void positionsAreInTheOrderOfTheCommits() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<List<Long>> read = reader.submit(() -> readWhile(writing));

            inParallel(i ->
                    IntStream.range(0, 4)
                            .mapToObj(j -> attempt(() -> issueAndRename(i, j)))
                            .toList());
            writing.set(false);

            assertThat(read.get()).isEqualTo(committed());
        }
    }

    private Object issueAndRename(int writer, int number) {
        var key = key(writer * 1_000 + number);
        node(writer).commands().send(issue(key), ORIGIN);
        return node(writer + 1).commands().send(rename(key, "other"), ORIGIN);
    }

    private List<Long> readWhile(AtomicBoolean writing) {
        EventStorageEngine engine = node(0).bean(EventStorageEngine.class);
        List<Long> positions = new ArrayList<>();
        TrackedEventMessage<?> last = null;
        boolean lastTime;
        do {
            lastTime = !writing.get();
            for (TrackedEventMessage<?> event : after(engine, last)) {
                positions.add(event.trackingToken().position().orElseThrow());
                last = event;
            }
        } while (!lastTime);
        return positions;
    }

    private static List<? extends TrackedEventMessage<?>> after(
            EventStorageEngine engine, @Nullable TrackedEventMessage<?> last) {
        return engine.readEvents(last == null ? null : last.trackingToken(), false).toList();
    }

    private List<Long> committed() {
        return node(0).jdbc()
                .sql("select global_index from ledger_event order by 1")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private LedgerNode node(int i) {
        return nodes.get(i % nodes.size());
    }

    private static List<Long> versions(List<Object> outcomes) {
        return outcomes.stream()
                .filter(CommandResult.class::isInstance)
                .map(it -> ((CommandResult) it).version())
                .toList();
    }

    private static List<Object> inParallel(Attempt attempt)
            throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<Object> outcomes = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Boolean>> tasks =
                    IntStream.range(0, WRITERS)
                            .<Callable<Boolean>>mapToObj(
                                    i -> () -> outcomes.add(attempt(() -> attempt.make(i))))
                            .toList();
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
        return List.copyOf(outcomes);
    }

    private static Object attempt(Callable<Object> attempt) {
        try {
            return attempt.call();
        } catch (Exception outcome) {
            return outcome;
        }
    }

    private interface Attempt {
        Object make(int i);
    }

    /** Leaves gaps. */
    static class NowAndThenRefusing {

        @Bean
        Handler nowAndThenRefusing() {
            return new Handler();
        }

        @ProcessingGroup("verification")
        static class Handler {

            @EventHandler
            void on(ApiKeyIssued event) {
                if (event.key().value().endsWith("7")) {
                    throw new IllegalStateException("no sevens");
                }
            }
        }
    }
}
