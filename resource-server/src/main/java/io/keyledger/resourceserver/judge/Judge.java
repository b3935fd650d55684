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
}
