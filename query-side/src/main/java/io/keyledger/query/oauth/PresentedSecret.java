package io.keyledger.query.oauth;

import io.keyledger.api.token.Digest;
import java.time.Instant;

/**
 * A code or refresh token that somebody presents, used or not.
 *
 * @param digest under which it is known
 * @param generation 0 for the code; refresh tokens count from 1
 * @param expiresAt the first instant at which it is refused, unused or not
 */
public record PresentedSecret(
        GrantStanding grant, Digest digest, Kind kind, int generation, Instant expiresAt) {

    /** What it is. */
    public enum Kind {
        CODE,
        REFRESH_TOKEN
    }
}
