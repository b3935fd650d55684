package io.keyledger.verdict.profile;

/**
 * The {@code WWW-Authenticate} of a request that has not proven to hold the key of its token (RFC
 * 9449 §7.1), in place of the hub's own.
 */
public final class ProofChallenge {

    /** What a proof may be signed with. */
    public static final String ALGORITHMS = "ES256 ES384 ES512 PS256 RS256";

    private ProofChallenge() {}

    /**
     * The value of the field.
     *
     * @param attempted whether a proof was presented, or ought to have been by the request's own
     *     scheme
     */
    public static String of(boolean attempted) {
        return "DPoP error=\"%s\", algs=\"%s\""
                .formatted(attempted ? "invalid_dpop_proof" : "invalid_token", ALGORITHMS);
    }
}
