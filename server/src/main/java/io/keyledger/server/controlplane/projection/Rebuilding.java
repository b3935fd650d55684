package io.keyledger.server.controlplane.projection;

import io.keyledger.api.ledger.Origin;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.server.rebuild.Rebuild;
import io.keyledger.server.rebuild.Rebuilds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/v1/projections/{projection}/rebuild}, and its cancellation. */
@RestController
@OnCommandNode
@Tag(name = "Projections")
public final class Rebuilding {

    private static final String PATH = "/admin/v1/projections/{projection}";

    private final Mutations mutations;
    private final Rebuilds rebuilds;

    Rebuilding(Mutations mutations, Rebuilds rebuilds) {
        this.mutations = mutations;
        this.rebuilds = rebuilds;
    }

    @Operation(
            summary = "Rebuild a read model from the ledger",
            description =
                    "The old tables serve until the new ones have caught up and take their place."
                            + " Location names where to look how far it is.")
    @ApiResponse(responseCode = "202", description = "The rebuild has been started.")
    @PostMapping(PATH + "/rebuild")
    public ResponseEntity<RebuildAnswer> start(
            @PathVariable String projection,
            @RequestBody(required = false) @Nullable Why body,
            Caller caller) {
        Why why = body == null ? new Why(null) : body;
        Origin origin = caller.origin(why.reason());
        requireKnown(projection);
        return mutations.once(
                caller,
                why,
                RebuildAnswer.class,
                UUID.randomUUID(),
                id -> started(projection, rebuilds.start(id, projection, origin)));
    }

    @Operation(
            summary = "Cancel the rebuild of a read model",
            description = "What has been built so far is dropped. The old tables serve on.")
    @PostMapping(PATH + "/rebuild/cancel")
    public ResponseEntity<RebuildAnswer> cancel(@PathVariable String projection, Caller caller) {
        requireKnown(projection);
        return mutations.once(
                caller,
                new Why(null),
                RebuildAnswer.class,
                projection,
                same ->
                        rebuilds.cancel(same, caller.actor())
                                .map(it -> new Answer<>(200, Map.of(), RebuildAnswer.of(it)))
                                .orElseThrow(() ->
                                        ProblemException.of(ProblemCode.REBUILD_NOT_RUNNING)));
    }

    private static Answer<RebuildAnswer> started(String projection, Optional<Rebuild> rebuild) {
        return rebuild.map(it ->
                        new Answer<>(
                                202,
                                Map.of(
                                        HttpHeaders.LOCATION,
                                        PATH.replace("{projection}", projection)),
                                RebuildAnswer.of(it)))
                .orElseThrow(() -> ProblemException.of(ProblemCode.REBUILD_RUNNING));
    }

    private void requireKnown(String projection) {
        if (!rebuilds.knows(projection)) {
            throw ProblemException.of(ProblemCode.PROJECTION_UNKNOWN);
        }
    }
}
