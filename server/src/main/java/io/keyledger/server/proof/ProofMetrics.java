package io.keyledger.server.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What an operator can watch of the tree. */
final class ProofMetrics {

    private final LedgerProofs proofs;
    private volatile ProofStatus last = ProofStatus.NOTHING;

    ProofMetrics(MeterRegistry registry, LedgerProofs proofs) {
        this.proofs = proofs;
        Gauge.builder("keyledger.proof.size", () -> last.tip().size())
                .description("Entries of the ledger that are in its tree")
                .register(registry);
        Gauge.builder("keyledger.proof.lag", () -> last.lag())
                .description("Entries that no checkpoint covers yet, at most")
                .register(registry);
    }

    void look() {
        last = proofs.status();
    }
}
