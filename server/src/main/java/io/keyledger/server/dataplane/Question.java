package io.keyledger.server.dataplane;

import io.keyledger.verdict.VerificationRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of verify asks: a credential, and what it is to be used for.
 *
 * @param attempt what came along to prove that its key is held; null when it came as Bearer
 */
record Question(String credential, VerificationRequest request, @Nullable ProofAttempt attempt) {

    /** Without the credential. */
    @Override
    public String toString() {
        return "Question[" + request + "]";
    }
}
