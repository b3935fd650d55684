package io.keyledger.server.rebuild;

import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.paging.Cursor;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Those who read read models all the time, and note whatever is less than they had read before. */
final class Readers implements AutoCloseable {

    /** So that who writes gets a processor, too. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicLong reads = new AtomicLong();
    private volatile boolean stopped;
    private final List<Thread> threads;

    private Readers(Stream<LongSupplier> questions) {
        threads =
                questions.map(question -> Thread.ofPlatform().start(() -> ask(question))).toList();
    }

    static Readers of(RebuildWorld world) {
        AuditTrail trail = world.node().bean(AuditTrail.class);
        Inventory inventory = world.node().bean(Inventory.class);
        String first = world.text("select min(key_id) from inventory_key");
        String workspace = world.text("select min(workspace_id) from inventory_key");
        return new Readers(
                Stream.of(
                        () -> world.number("select count(*) from audit_entry"),
                        () -> world.number("select count(*) from inventory_key"),
                        () -> trail.ofCredential(first, Cursor.START, 10).items().size(),
                        () -> inventory.key(first).isPresent() ? 1 : 0,
                        () -> inventory.keysOf(workspace, new Cursor(1_000), 200).items().size()));
    }

    private void ask(LongSupplier question) {
        long most = 0;
        while (!stopped) {
            try {
                long found = question.getAsLong();
                if (found < most || found == 0) {
                    problems.add(found + " after " + most);
                }
                most = Math.max(most, found);
                reads.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (RuntimeException e) {
                problems.add(e.toString());
            }
        }
    }

    Queue<String> problems() {
        return problems;
    }

    /**
     * Lets them go home.
     *
     * @return how often they have read
     */
    long stop() {
        close();
        return reads.get();
    }

    @Override
    public void close() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
