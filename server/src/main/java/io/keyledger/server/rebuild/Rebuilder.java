package io.keyledger.server.rebuild;

import io.keyledger.server.ledger.ProjectionProgress;
import io.keyledger.server.ledger.Projections;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes on with a rebuild, a piece at a time. The new tables never get further than the old ones, so
 * that both can be compared; what the old ones are halted at, they take in after the switch.
 *
 * <p>Each piece is one transaction that holds the claim: what a node has written that died, or that
 * was too slow, is undone with its claim, and whoever comes next goes on from there.
 */
final class Rebuilder {

    private final TransactionTemplate transactions;
    private final DataSource ledger;
    private final Projections projections;
    private final ClaimTable claims;
    private final NewTables tables;
    private final Filling filling;
    private final RebuildMetrics metrics;
    private final Map<Long, Comparison> compared = new ConcurrentHashMap<>();

    /**
     * Makes one for this node.
     *
     * @param transactions new ones, whatever there is around them
     */
    Rebuilder(
            TransactionTemplate transactions,
            DataSource ledger,
            Projections projections,
            ClaimTable claims,
            NewTables tables,
            Filling filling,
            RebuildMetrics metrics) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.projections = projections;
        this.claims = claims;
        this.tables = tables;
        this.filling = filling;
        this.metrics = metrics;
    }

    /**
     * Does one piece.
     *
     * @return whether there may be more to do at once; not when another node has the rebuild
     */
    boolean goOn(long number) throws SQLException {
        Optional<Piece> piece = inTransaction(number, this::fill);
        if (piece.isEmpty()) {
            compared.remove(number);
            return false;
        }
        return !piece.get().last() || finish(number, piece.get().projection());
    }

    private Piece fill(Claim claim) {
        if (!claim.prepared() || (claim.taken() && tables.isStale(claim.projection()))) {
            return begin(claim);
        }
        return new Piece(claim.projection(), filling.fill(claim, goal(claim)));
    }

    private Piece begin(Claim claim) {
        compared.remove(claim.number());
        filling.begin(claim);
        return new Piece(claim.projection(), false);
    }

    private long goal(Claim claim) {
        return projections
                .progress(claim.projection())
                .map(ProjectionProgress::position)
                .orElse(0L);
    }

    private boolean finish(long number, String projection) throws SQLException {
        Comparison comparison = compared.get(number);
        if (comparison != null) {
            metrics.held(() -> inTransaction(number, claim -> serve(claim, comparison)));
            return true;
        }
        Comparison fresh = compare(number, projection);
        if (fresh != null) {
            compared.put(number, fresh);
        }
        return true;
    }

    /** Null when the old tables have got too far ahead meanwhile. */
    private @Nullable Comparison compare(long number, String projection) throws SQLException {
        tables.analyze(projection);
        try (FrozenTables frozen = FrozenTables.open(ledger)) {
            Long position = metrics.held(() -> freeze(number, projection, frozen));
            return position == null
                    ? null
                    : new Comparison(position, frozen.compare(tables.of(projection)));
        }
    }

    /**
     * Waits for nothing but the last entries: the projection is held while they are taken in, and
     * until the moment is fixed.
     */
    private @Nullable Long freeze(long number, String projection, FrozenTables frozen) {
        return transactions.execute(_ -> {
            long goal = projections.hold(projection);
            if (!inTransaction(number, it -> filling.fill(it, goal)).orElse(false)) {
                return null;
            }
            frozen.freeze();
            return goal;
        });
    }

    private Piece serve(Claim claim, Comparison comparison) {
        String projection = claim.projection();
        if (tables.isStale(projection)) {
            return begin(claim);
        }
        if (!filling.fill(claim, projections.hold(projection))) {
            return new Piece(projection, false);
        }
        tables.serve(projection);
        claims.end(claim.number(), comparison);
        return new Piece(projection, true);
    }

    private <T> Optional<T> inTransaction(long number, Work<T> work) {
        return transactions.execute(_ -> claims.claim(number).map(work::with));
    }

    /** What is done under a claim. */
    private interface Work<T> {
        T with(Claim claim);
    }

    /**
     * What was done.
     *
     * @param last whether the new tables have reached the old ones
     */
    private record Piece(String projection, boolean last) {}
}
