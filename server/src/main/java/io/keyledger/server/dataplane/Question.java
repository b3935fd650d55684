package io.keyledger.server.dataplane;

import io.keyledger.verdict.VerificationRequest;

/** What a caller of verify asks: a credential, and what it is to be used for. */
record Question(String credential, VerificationRequest request) {

    /** Without the credential. */
    @Override
    public String toString() {
        return "Question[" + request + "]";
    }
}
