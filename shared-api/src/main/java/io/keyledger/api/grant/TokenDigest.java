package io.keyledger.api.grant;

import io.keyledger.api.token.Digest;

/**
 * What the ledger knows of a code or token; never the thing itself.
 *
 * @param digest HMAC-SHA-256 of the whole code or token
 * @param pepper the id of the pepper that the digest was made under
 */
public record TokenDigest(Digest digest, String pepper) {}
