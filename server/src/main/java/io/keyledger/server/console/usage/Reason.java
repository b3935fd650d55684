package io.keyledger.server.console.usage;

import io.keyledger.verdict.VerdictCode;

/** Why requests are refused, in words for people. */
final class Reason {

    private Reason() {}

    static String inWords(VerdictCode code) {
        return switch (code) {
            case VALID -> "Accepted";
            case NOT_FOUND -> "Unknown credential";
            case EXPIRED -> "Expired";
            case REVOKED -> "Revoked";
            case PROOF_INVALID -> "No proof of the key it is bound to";
            case SUSPENDED -> "Workspace suspended";
            case FORBIDDEN_PLAN -> "Plan without API access";
            case FORBIDDEN_ADDRESS -> "Address not allowed";
            case ROUTE_UNKNOWN -> "No such endpoint";
            case INSUFFICIENT_SCOPE -> "Scope missing";
            case RATE_LIMITED -> "Rate limit exceeded";
        };
    }
}
