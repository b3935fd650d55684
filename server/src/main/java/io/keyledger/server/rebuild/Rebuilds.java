package io.keyledger.server.rebuild;

import io.keyledger.api.ledger.Origin;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.server.ledger.ProjectionProgress;
import io.keyledger.server.ledger.Projections;
import java.util.Optional;
import java.util.UUID;

/** The rebuilds of read models: started, cancelled and told of. Nodes find and do the work. */
public final class Rebuilds {

    private final RebuildTable table;
    private final Projections projections;

    Rebuilds(RebuildTable table, Projections projections) {
        this.table = table;
        this.projections = projections;
    }

    /** Whether there is a read model of this name, and it is made of tables that can be rebuilt. */
    public boolean knows(String projection) {
        return table.knows(projection);
    }

    /**
     * Starts one.
     *
     * @param id of the rebuild; the same one is started once
     * @return nothing when another one of the same read model runs
     */
    public Optional<Rebuild> start(UUID id, String projection, Origin origin) {
        table.insert(id, projection, origin);
        return table.find(id).map(this::withGoal);
    }

    /**
     * Ends the one that runs. The old tables have been serving all the time, and go on.
     *
     * @return nothing when none runs
     */
    public Optional<Rebuild> cancel(String projection, String by) {
        return table.cancel(projection, by) ? latest(projection) : Optional.empty();
    }

    /** The one that runs, else the one that was started last. */
    public Optional<Rebuild> latest(String projection) {
        return table.latest(projection).map(this::withGoal);
    }

    /** All that there have been, newest first. */
    public Page<Rebuild> of(String projection, Cursor after, int limit) {
        Page<Rebuild> page =
                Page.of(table.of(projection, after, limit + 1), limit, Rebuild::number);
        return new Page<>(page.items().stream().map(this::withGoal).toList(), page.next());
    }

    private Rebuild withGoal(Rebuild rebuild) {
        return rebuild.running()
                ? projections
                        .progress(rebuild.projection())
                        .map(ProjectionProgress::position)
                        .map(rebuild::towards)
                        .orElse(rebuild)
                : rebuild;
    }
}
