package io.keyledger.server.controlplane.projection;

import io.keyledger.query.paging.Page;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.ledger.ProjectionProgress;
import io.keyledger.server.ledger.Projections;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.server.rebuild.Rebuilds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/projections}: how far each read model is, and how its rebuilds went. */
@RestController
@Tag(name = "Projections")
final class ProjectionReading {

    private final Projections projections;
    private final Rebuilds rebuilds;

    ProjectionReading(Projections projections, Rebuilds rebuilds) {
        this.projections = projections;
        this.rebuilds = rebuilds;
    }

    @Operation(
            summary =
                    "Tell how far each read model is behind the ledger, and whether one has halted",
            description = "What decides on requests is none of them: it is never behind.")
    @GetMapping("/admin/v1/projections")
    Listing<ProjectionAnswer> list() {
        return Listing.of(new Page<>(projections.progress(), null), this::answer);
    }

    @Operation(summary = "Tell how far one read model is, and how far its rebuild")
    @GetMapping("/admin/v1/projections/{projection}")
    ProjectionAnswer get(@PathVariable String projection) {
        return projections
                .progress(projection)
                .map(this::answer)
                .orElseThrow(() -> ProblemException.of(ProblemCode.PROJECTION_UNKNOWN));
    }

    @Operation(
            summary = "List the rebuilds of a read model, newest first",
            description = "Who has started each, when and why, and what had become different.")
    @GetMapping("/admin/v1/projections/{projection}/rebuilds")
    Listing<RebuildAnswer> rebuilds(
            @PathVariable String projection,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (!rebuilds.knows(projection)) {
            throw ProblemException.of(ProblemCode.PROJECTION_UNKNOWN);
        }
        return Listing.of(
                rebuilds.of(projection, Listing.cursor(cursor), Listing.limit(limit)),
                RebuildAnswer::of);
    }

    private ProjectionAnswer answer(ProjectionProgress progress) {
        return ProjectionAnswer.of(
                progress, rebuilds.latest(progress.group()).map(RebuildAnswer::of).orElse(null));
    }
}
