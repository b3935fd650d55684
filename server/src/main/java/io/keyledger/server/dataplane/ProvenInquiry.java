package io.keyledger.server.dataplane;

import io.keyledger.server.oauth.dpop.CheckedProof;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the verifier, with what a request proves.
 *
 * <p>A request without an attempt to prove anything goes straight on. Otherwise the proof is
 * checked; then it is asked, spending nothing, whether the request would be accepted with it; then
 * the proof is used up; and only then the request is judged and counted. So nobody can use up a
 * budget with a proof that was used before, nor fill the table of used proofs without a token.
 */
final class ProvenInquiry {

    private final Inquiry inquiry;
    private final Possession possession;

    ProvenInquiry(Inquiry inquiry, Possession possession) {
        this.inquiry = inquiry;
        this.possession = possession;
    }

    /**
     * Passes the verdict on, on the event loop: null when the truth is not known at the moment.
     *
     * @param attempt null when the request does not try to prove anything
     */
    void ask(
            Exchange exchange,
            String credential,
            VerificationRequest request,
            @Nullable ProofAttempt attempt,
            Consumer<? super @Nullable Verdict> next) {
        if (attempt == null) {
            inquiry.ask(exchange, credential, request, next);
        } else {
            check(new Question(exchange, credential, request, next), attempt);
        }
    }

    private void check(Question question, ProofAttempt attempt) {
        try {
            question.exchange.whenComplete(
                    possession.check(question.credential, attempt),
                    (proof, failure) -> {
                        if (proof == null) {
                            question.next.accept(null);
                        } else {
                            judge(question, proof);
                        }
                    });
        } catch (RejectedExecutionException _) {
            question.next.accept(null);
        }
    }

    private void judge(Question question, Optional<CheckedProof> proof) {
        if (proof.isEmpty()) {
            judge(question, VerificationRequest.NOT_PROVEN);
            return;
        }
        String key = proof.get().key().thumbprint();
        inquiry.ask(
                question.exchange,
                question.credential,
                question.request.proving(key).costing(0),
                foreseen -> {
                    if (foreseen == null || isRefused(foreseen)) {
                        question.next.accept(foreseen);
                    } else {
                        use(question, proof.get());
                    }
                });
    }

    /** Whether a budget is left is for the request itself to find out. */
    private static boolean isRefused(Verdict foreseen) {
        return !foreseen.isValid() && foreseen.code() != VerdictCode.RATE_LIMITED;
    }

    private void use(Question question, CheckedProof proof) {
        question.exchange.whenComplete(
                possession.use(proof),
                (unused, failure) -> {
                    if (unused == null) {
                        question.next.accept(null);
                    } else {
                        judge(
                                question,
                                unused ? proof.key().thumbprint() : VerificationRequest.NOT_PROVEN);
                    }
                });
    }

    private void judge(Question question, String provenKey) {
        inquiry.ask(
                question.exchange,
                question.credential,
                question.request.proving(provenKey),
                question.next);
    }

    /** What is asked, and who waits for the answer. */
    private record Question(
            Exchange exchange,
            String credential,
            VerificationRequest request,
            Consumer<? super @Nullable Verdict> next) {

        /** Without the credential. */
        @Override
        public String toString() {
            return "Question[" + request + "]";
        }
    }
}
