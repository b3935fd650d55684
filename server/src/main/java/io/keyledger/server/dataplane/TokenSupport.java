package io.keyledger.server.dataplane;

import io.keyledger.server.oauth.dpop.DPoPProofs;

/** What the data plane needs for access tokens, beside what it needs for keys. */
public record TokenSupport(DPoPProofs proofs, UsedOnce used, Issuers issuers) {}
