package io.keyledger.server.proof;

import io.keyledger.server.proof.Verification.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has the ledger verified: one at a time, on the node that was asked, in the background. It works
 * half of the time and leaves the database to others for the rest.
 */
public final class Verifications implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

    /** Nobody is at a verification that was not heard of for so long. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final VerificationTable table;
    private final LedgerRows ledger;
    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final CheckpointFiles files;
    private final CheckpointKeys keys;
    private final LongFunction<@Nullable String> named;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("ledger-verification").factory());

    Verifications(
            JdbcClient jdbc,
            CheckpointFiles files,
            CheckpointKeys keys,
            LongFunction<@Nullable String> named) {
        this.table = new VerificationTable(jdbc);
        this.ledger = new LedgerRows(jdbc);
        this.tree = new TreeTable(jdbc);
        this.checkpoints = new CheckpointTable(jdbc);
        this.files = files;
        this.keys = keys;
        this.named = named;
    }

    /** The last one, running or not. */
    public Optional<Verification> last() {
        table.abandon(SILENCE);
        return table.last();
    }

    /**
     * Starts one; while one runs, that is the answer.
     *
     * @param by who asks, as history names people and keys
     */
    public Verification start(String by) {
        table.abandon(SILENCE);
        Scope scope = scope();
        table.start(by, scope.tip()).ifPresent(id -> thread.execute(() -> run(id, scope)));
        return table.last().orElseThrow();
    }

    /** The largest first, then the tip: what is added meanwhile makes no difference. */
    private Scope scope() {
        long copied = largestCopy();
        long signed = checkpoints.last().map(StoredCheckpoint::size).orElse(0L);
        return new Scope(tree.tip(), Math.max(copied, signed));
    }

    private long largestCopy() {
        try (Copies copies = new Copies(files.files().reversed().stream().limit(1).toList())) {
            long largest = 0;
            for (StoredCheckpoint copy = copies.peek(); copy != null; copy = copies.peek()) {
                largest = Math.max(largest, copy.size());
                copies.advance();
            }
            return largest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(long id, Scope scope) {
        Pace pace = new Pace(checked -> table.progress(id, checked));
        try (Copies copies = new Copies(files.files())) {
            Difference found = check(scope, copies, pace);
            table.finish(
                    id,
                    pace.checked(),
                    found == null ? Result.SOUND : Result.DIFFERENCE,
                    found,
                    null);
            tell(found);
        } catch (IOException | RuntimeException e) {
            LOG.error("The ledger could not be verified", e);
            table.finish(id, pace.checked(), Result.FAILED, null, e.toString());
        }
    }

    private @Nullable Difference check(Scope scope, Copies copies, LongConsumer progress) {
        CheckpointCheck statements =
                new CheckpointCheck(checkpoints, copies, checkpoints.origin(), keys.known());
        return new LedgerCheck(scope, ledger, tree, statements, named).first(progress);
    }

    private static void tell(@Nullable Difference found) {
        if (found != null) {
            LOG.error("The ledger is not what it was: {}", found);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Tells of progress now and then, and rests as long as was worked. */
    private static final class Pace implements LongConsumer {

        private static final int STEP = 500;

        private final LongConsumer told;
        private long checked;
        private long since = System.nanoTime();

        Pace(LongConsumer told) {
            this.told = told;
        }

        long checked() {
            return checked;
        }

        @Override
        public void accept(long count) {
            checked = count;
            if (count % STEP == 0) {
                told.accept(count);
                rest(System.nanoTime() - since);
                since = System.nanoTime();
            }
        }

        private static void rest(long nanos) {
            try {
                Thread.sleep(Duration.ofNanos(nanos));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("this node is stopping", e);
            }
        }
    }
}
