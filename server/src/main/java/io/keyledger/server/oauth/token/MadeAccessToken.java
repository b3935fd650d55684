package io.keyledger.server.oauth.token;

import io.keyledger.api.grant.AccessTokenRecord;

/**
 * An access token that was made for an answer.
 *
 * @param plaintext goes into the answer and nowhere else
 * @param record what the ledger may know of it
 */
record MadeAccessToken(String plaintext, AccessTokenRecord record) {

    /** Leaves the plaintext out. */
    @Override
    public String toString() {
        return "MadeAccessToken[" + record.tokenId() + "]";
    }
}
