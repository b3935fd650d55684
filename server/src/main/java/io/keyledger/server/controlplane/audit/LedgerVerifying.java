package io.keyledger.server.controlplane.audit;

import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.server.proof.Verifications;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /admin/v1/audit/verifications}: is the ledger what it was? */
@RestController
@OnCommandNode
@Tag(name = "Audit")
final class LedgerVerifying {

    private static final String PATH = "/admin/v1/audit/verifications";

    private final Verifications verifications;

    LedgerVerifying(Verifications verifications) {
        this.verifications = verifications;
    }

    @Operation(
            summary = "Verify the ledger",
            description =
                    "Computes the tree anew from the entries, and compares it with everything that"
                            + " was signed and copied. Runs in the background, one at a time: while one"
                            + " runs, that is the answer.")
    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    VerificationAnswer start(Caller caller) {
        return VerificationAnswer.of(verifications.start(caller.actor()));
    }

    @Operation(summary = "Tell how far the verification is, or what the last one found")
    @GetMapping(PATH)
    VerificationAnswer last() {
        return verifications
                .last()
                .map(VerificationAnswer::of)
                .orElseThrow(() ->
                        ProblemException.of(
                                ProblemCode.NOT_FOUND, "The ledger was not verified yet."));
    }
}
