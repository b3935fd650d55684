package io.keyledger.server.controlplane.audit;

import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.server.proof.LedgerProofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/v1/audit/proofs/…}: proofs of RFC 9162 that anybody can check. */
@RestController
@Tag(name = "Audit")
final class ProofReading {

    private final LedgerProofs proofs;

    ProofReading(LedgerProofs proofs) {
        this.proofs = proofs;
    }

    @Operation(summary = "Prove that an entry is in the ledger of a size")
    @GetMapping("/admin/v1/audit/proofs/inclusion")
    InclusionAnswer inclusion(
            @Parameter(description = "Of the entry, as the history names it.") @RequestParam
                    long position,
            @Parameter(description = "Of the tree; without it, that of the last checkpoint.")
                    @RequestParam(required = false)
                    @Nullable Long size) {
        long whole = within("size", size, 1, proofs.size());
        return proofs.inclusion(position, whole)
                .map(it -> InclusionAnswer.of(it, proofs.checkpoint(whole).orElse(null)))
                .orElseThrow(() ->
                        wrong(
                                "position",
                                "None of the first %d entries stands at this position."
                                        .formatted(whole)));
    }

    @Operation(summary = "Prove that the ledger of one size is the beginning of that of another")
    @GetMapping("/admin/v1/audit/proofs/consistency")
    ConsistencyAnswer consistency(
            @Parameter(description = "The smaller size.") @RequestParam long from,
            @Parameter(description = "The larger size; without it, that of the last checkpoint.")
                    @RequestParam(required = false)
                    @Nullable Long to) {
        long larger = within("to", to, 1, proofs.size());
        long smaller = within("from", from, 1, larger);
        return ConsistencyAnswer.of(
                smaller,
                larger,
                proofs.root(smaller),
                proofs.root(larger),
                proofs.consistency(smaller, larger).path());
    }

    private long within(String name, @Nullable Long asked, long least, long most) {
        long size = asked == null ? lastSigned(most) : asked;
        if (size < least || size > most) {
            throw wrong(
                    name,
                    most == 0
                            ? "The ledger has no tree yet: ask again in a second."
                            : "Give a number from %d to %d.".formatted(least, most));
        }
        return size;
    }

    private long lastSigned(long tree) {
        var last = proofs.status().checkpoint();
        return last == null ? tree : last.checkpoint().size();
    }

    private static ProblemException wrong(String name, String detail) {
        return ProblemException.of(ProblemCode.INVALID_PARAMETER, name, detail);
    }
}
