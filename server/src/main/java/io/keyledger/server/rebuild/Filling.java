package io.keyledger.server.rebuild;

import io.keyledger.server.ledger.LedgerReplay;
import io.keyledger.server.ledger.LedgerReplay.Entries;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Brings new tables up to the ledger, batch by batch, each in a transaction of the caller. */
final class Filling {

    static final int BATCH = 500;

    private final LedgerReplay replay;
    private final NewTables tables;
    private final ClaimTable claims;
    private final RebuildMetrics metrics;
    private final Map<Long, Pace> paces = new ConcurrentHashMap<>();

    Filling(LedgerReplay replay, NewTables tables, ClaimTable claims, RebuildMetrics metrics) {
        this.replay = replay;
        this.tables = tables;
        this.claims = claims;
        this.metrics = metrics;
    }

    void begin(Claim claim) {
        tables.prepare(claim.projection());
        claims.begin(claim.number());
        paces.put(claim.number(), new Pace());
    }

    /**
     * Takes one batch in.
     *
     * @param goal the last entry that is wanted
     * @return whether it was the last one
     */
    boolean fill(Claim claim, long goal) {
        Entries entries = replay.read(claim.position(), goal, BATCH);
        if (entries.last() > claim.position()) {
            Pace pace = paces.computeIfAbsent(claim.number(), _ -> new Pace());
            double perSecond = pace.perSecond(entries.count());
            claims.advance(claim.number(), entries.last(), entries.count(), perSecond);
            tables.filledBy(() -> replay.handle(claim.projection(), entries));
            metrics.handled(entries.count());
        }
        return entries.last() >= goal;
    }
}
