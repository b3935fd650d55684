package io.keyledger.query.replay;

import io.keyledger.verdict.VerdictCode;

/** The checks of a verdict, in the order in which they are made. */
public enum Check {
    KNOWN("The credential is known", VerdictCode.NOT_FOUND),
    NOT_REVOKED("It is not revoked", VerdictCode.REVOKED),
    NOT_EXPIRED("It has not expired", VerdictCode.EXPIRED),
    PROOF("The request proves the key that it is bound to", VerdictCode.PROOF_INVALID),
    WORKSPACE("The workspace is active", VerdictCode.SUSPENDED),
    PLAN("The plan has API access", VerdictCode.FORBIDDEN_PLAN),
    ADDRESS("The address is allowed", VerdictCode.FORBIDDEN_ADDRESS),
    ROUTE("The route exists", VerdictCode.ROUTE_UNKNOWN),
    SCOPE("The scope is held", VerdictCode.INSUFFICIENT_SCOPE),
    RATE_LIMIT("The rate limit has room", VerdictCode.RATE_LIMITED);

    private final String title;
    private final VerdictCode refusal;

    Check(String title, VerdictCode refusal) {
        this.title = title;
        this.refusal = refusal;
    }

    /** What is checked, as it has to be. */
    public String title() {
        return title;
    }

    /** What the verdict is when it is not so. */
    public VerdictCode refusal() {
        return refusal;
    }
}
