package io.keyledger.server.console.projection;

import io.keyledger.server.console.frame.Names;
import io.keyledger.server.ledger.ProjectionProgress;
import io.keyledger.server.ledger.Projections;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.rebuild.Rebuild;
import io.keyledger.server.rebuild.Rebuilds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The read models with their rebuilds, and names for those who act. */
@Component
@OnCommandNode
class ReadModels {

    private final Projections projections;
    private final Rebuilds rebuilds;
    private final Names names;

    ReadModels(Projections projections, Rebuilds rebuilds, Names names) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.names = names;
    }

    List<ReadModel> all() {
        return projections.progress().stream().map(this::of).toList();
    }

    boolean knows(String projection) {
        return rebuilds.knows(projection);
    }

    private ReadModel of(ProjectionProgress progress) {
        Rebuild rebuild = rebuilds.latest(progress.group()).orElse(null);
        return new ReadModel(
                progress,
                rebuild,
                name(rebuild == null ? null : rebuild.startedBy()),
                name(rebuild == null ? null : rebuild.endedBy()));
    }

    private String name(@Nullable String actor) {
        return actor == null ? "" : names.ofActor(actor);
    }
}
