package io.keyledger.server.dataplane;

import io.keyledger.server.oauth.dpop.DPoPProofs;
import org.jspecify.annotations.Nullable;

/**
 * What a request presents to prove that it holds the key of its token (RFC 9449).
 *
 * @param proof empty when there is none, or not exactly one
 * @param url of the request as its client sees it; null when that is not known, and then nothing is
 *     proven
 * @see DPoPProofs
 */
record ProofAttempt(String proof, String method, @Nullable String url) {}
