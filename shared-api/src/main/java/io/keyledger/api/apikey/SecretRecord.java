package io.keyledger.api.apikey;

import io.keyledger.api.token.Digest;

/**
 * What the ledger knows of a secret; never the secret itself.
 *
 * @param digest HMAC-SHA-256 of the whole secret, prefix and checksum included
 * @param pepper the id of the pepper that the digest was made under
 * @param hint what people recognise the secret by: prefix and last four characters, {@code
 *     hbn_…a1B2}
 */
public record SecretRecord(Digest digest, String pepper, String hint) {}
