package io.keyledger.server.controlplane.audit;

import io.keyledger.server.controlplane.Listing;
import io.keyledger.server.proof.LedgerProofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/audit/checkpoints}: what was signed of the ledger, the newest first. */
@RestController
@Tag(name = "Audit")
final class CheckpointReading {

    private final LedgerProofs proofs;

    CheckpointReading(LedgerProofs proofs) {
        this.proofs = proofs;
    }

    @Operation(
            summary = "List the signed checkpoints of the ledger, newest first",
            description =
                    "With how far the tree is, and the public keys. Keep a checkpoint where"
                            + " Keyledger is not: whatever is changed in the ledger later contradicts"
                            + " it.")
    @GetMapping("/admin/v1/audit/checkpoints")
    CheckpointsAnswer list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return CheckpointsAnswer.of(
                proofs, proofs.checkpoints(Listing.cursor(cursor), Listing.limit(limit)));
    }
}
