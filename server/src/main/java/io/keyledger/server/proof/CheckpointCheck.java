package io.keyledger.server.proof;

import io.keyledger.query.proof.CheckpointKey;
import io.keyledger.query.proof.Hash;
import io.keyledger.query.proof.SignedCheckpoint;
import io.keyledger.server.proof.Difference.Kind;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compares checkpoints, and their copies, with what the entries give, size by size. */
final class CheckpointCheck {

    private static final int BATCH = 500;

    private final CheckpointTable table;
    private final Copies copies;
    private final String origin;
    private final Collection<CheckpointKey> keys;
    private final Deque<StoredCheckpoint> read = new ArrayDeque<>();
    private long size;
    private long agreed;
    private boolean ended;

    CheckpointCheck(
            CheckpointTable table, Copies copies, String origin, Collection<CheckpointKey> keys) {
        this.table = table;
        this.copies = copies;
        this.origin = origin;
        this.keys = keys;
    }

    /**
     * Compares what is said of a size.
     *
     * @param position of the last entry
     */
    @Nullable Difference at(long count, long position, Supplier<Hash> root) {
        StoredCheckpoint stored = peek();
        if (stored == null || stored.size() > count) {
            return copy(count, position, null);
        }
        read.remove();
        size = stored.size();
        SignedCheckpoint claimed = stored.read().filter(this::isOurs).orElse(null);
        if (claimed == null) {
            return difference(
                    Kind.CHECKPOINT_FORGED,
                    position,
                    count,
                    ("The checkpoint of %d entries is not signed by a key of this ledger that this"
                                    + " node knows.")
                            .formatted(count));
        }
        if (!claimed.checkpoint().root().equals(root.get())
                || claimed.checkpoint().position() != position) {
            return difference(
                    Kind.ROOT_DIFFERS,
                    position,
                    count,
                    ("The first %d entries give another root than their checkpoint says. The last"
                                    + " checkpoint that agrees is of %d entries: an entry after that is not"
                                    + " what it was.")
                            .formatted(count, agreed));
        }
        agreed = count;
        return copy(count, position, stored);
    }

    private boolean isOurs(SignedCheckpoint claimed) {
        return claimed.checkpoint().origin().equals(origin) && claimed.isSignedBy(keys);
    }

    /** The copy of this size, or of a smaller one that the database has no checkpoint of. */
    private @Nullable Difference copy(
            long count, long position, @Nullable StoredCheckpoint stored) {
        StoredCheckpoint copy = copies.peek();
        if (copy == null || copy.size() > count) {
            return null;
        }
        copies.advance();
        if (copy.equals(stored)) {
            return null;
        }
        if (copy.size() == 0) {
            return difference(
                    Kind.COPY_DIFFERS, position, count, "A line of the copies is no checkpoint.");
        }
        // What was signed meanwhile is not among those that were read before.
        StoredCheckpoint now = table.at(copy.size()).orElse(null);
        if (copy.equals(now)) {
            return null;
        }
        return difference(
                now == null ? Kind.CHECKPOINT_MISSING : Kind.COPY_DIFFERS,
                position,
                copy.size(),
                now == null
                        ? "A copy of the checkpoint of %d entries exists, and the database has none."
                                .formatted(copy.size())
                        : ("The copy of the checkpoint of %d entries says something else than the"
                                        + " database.")
                                .formatted(copy.size()));
    }

    /** What is said of more entries than there are, and was said when the verification began. */
    @Nullable Difference beyond(Scope scope) {
        if (scope.largest() <= scope.tip().size()) {
            return null;
        }
        return difference(
                Kind.LEDGER_SHORTER,
                scope.tip().position(),
                scope.largest(),
                ("There is a checkpoint of %d entries, and the tree has %d: entries were removed at"
                                + " the end, or an old backup was restored.")
                        .formatted(scope.largest(), scope.tip().size()));
    }

    /** The first checkpoint that covers the entry after those that were compared. */
    @Nullable Long next() {
        StoredCheckpoint next = peek();
        return next == null ? null : next.size();
    }

    private @Nullable StoredCheckpoint peek() {
        if (read.isEmpty() && !ended) {
            read.addAll(table.after(size, BATCH));
            ended = read.isEmpty();
        }
        return read.peek();
    }

    private static Difference difference(
            Kind kind, long position, long checkpoint, String explanation) {
        return new Difference(kind, position, null, checkpoint, explanation);
    }
}
