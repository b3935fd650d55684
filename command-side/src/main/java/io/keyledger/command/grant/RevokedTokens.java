package io.keyledger.command.grant;

import io.keyledger.api.grant.AccessTokenRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The access tokens that were revoked one by one, so that revoking one again changes nothing. Those
 * that have expired are forgotten when new tokens are given out.
 *
 * @param ends for each generation when its token has expired for certain
 * @param latest when every token that was given out has expired
 */
record RevokedTokens(Map<Integer, Instant> ends, Instant latest) {

    RevokedTokens {
        ends = Map.copyOf(ends);
    }

    static RevokedTokens none() {
        return new RevokedTokens(Map.of(), Instant.EPOCH);
    }

    boolean contains(int generation) {
        return ends.containsKey(generation);
    }

    RevokedTokens with(int generation) {
        Map<Integer, Instant> more = new HashMap<>(ends);
        more.put(generation, latest);
        return new RevokedTokens(more, latest);
    }

    RevokedTokens givenOut(AccessTokenRecord token) {
        Map<Integer, Instant> living = new HashMap<>(ends);
        living.values().removeIf(end -> !end.isAfter(token.issuedAt()));
        return new RevokedTokens(living, later(latest, token.expiresAt()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
