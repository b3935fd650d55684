package io.keyledger.server.ledger;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes changes durable, many with one flush of PostgreSQL's write-ahead log.
 *
 * <p>Appends happen one at a time. Were each to wait for the disk before the next may begin, the
 * disk's latency would bound how many there can be in a second. So they commit without waiting
 * ({@link LedgerStorageEngine}), and nobody is told of one before a flush that began after it has
 * ended. What a crash takes is the newest end of the log, so it never takes one change and leaves a
 * later one.
 */
final class GroupFlush {

    /** A transaction with a word in the log and nothing else; the database's settings are its. */
    private static final String FLUSH = "select pg_logical_emit_message(true, 'keyledger', '')";

    private final JdbcClient jdbc;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    private long answered;

    GroupFlush(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits until all that is committed by now is as durable as the database makes commits. Of
     * those who wait together, one does the work. It must not be called within a transaction.
     *
     * @throws RuntimeException what the database had against it; what was committed may then be
     *     lost or not
     */
    void await() {
        long mine = asked.incrementAndGet();
        turn.lock();
        try {
            if (answered < mine) {
                long all = asked.get();
                jdbc.sql(FLUSH).query().singleRow();
                answered = all;
            }
        } finally {
            turn.unlock();
        }
    }
}
