package io.keyledger.server.controlplane.projection;

import io.keyledger.query.paging.Page;
import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.ledger.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/projections}: how far each read model is. */
@RestController
@Tag(name = "Projections")
final class ProjectionReading {

    private final Projections projections;

    ProjectionReading(Projections projections) {
        this.projections = projections;
    }

    @Operation(
            summary =
                    "Tell how far each read model is behind the ledger, and whether one has halted",
            description = "What decides on requests is none of them: it is never behind.")
    @GetMapping("/admin/v1/projections")
    Listing<ProjectionAnswer> list() {
        return Listing.of(new Page<>(projections.progress(), null), ProjectionAnswer::of);
    }
}
