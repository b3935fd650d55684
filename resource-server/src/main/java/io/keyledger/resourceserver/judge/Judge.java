package io.keyledger.resourceserver.judge;

import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;

/** Decides on presented credentials. Safe for use by many threads; may block for a short time. */
public interface Judge {

    /**
     * The verdict on a request.
     *
     * @throws TruthUnknownException when it cannot be known at the moment: the answer to that is
     *     503, never 200 and never 401
     */
    Verdict judge(String credential, VerificationRequest request);

    /**
     * The verdict on a request whose credential came under the scheme DPoP. A judge that cannot
     * check a proof accepts none.
     *
     * @throws TruthUnknownException as {@link #judge}
     */
    default Verdict judgeProven(String credential, Proof proof, VerificationRequest request) {
        return judge(credential, request.proving(VerificationRequest.NOT_PROVEN));
    }
}
