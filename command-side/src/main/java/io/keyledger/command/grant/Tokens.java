package io.keyledger.command.grant;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.grant.TokenDigest;
import io.keyledger.api.token.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest tokens of a grant, and of those before what is still of use: however often a grant is
 * refreshed, no more is remembered of it.
 *
 * @param generation of the newest tokens, from 1; 0 while there is only the code
 * @param newest null while there is only the code, and for an app that acts for itself
 * @param refreshExpiresAt when the newest refresh token ends; null when there is none
 * @param used the refresh token that was exchanged last; null when none was
 * @param repeatableUntil when the answer about that exchange is no longer given again; null when
 *     there was none
 */
record Tokens(
        int generation,
        @Nullable Succession newest,
        @Nullable Instant refreshExpiresAt,
        @Nullable Digest used,
        @Nullable Instant repeatableUntil) {

    static Tokens none() {
        return new Tokens(0, null, null, null, null);
    }

    /** The one token of an app that acts for itself. */
    static Tokens single() {
        return new Tokens(1, null, null, null, null);
    }

    static Tokens first(AuthorizationCodeRedeemed event) {
        return new Tokens(1, event.succession(), event.refreshExpiresAt(), null, null);
    }

    Tokens next(TokensRefreshed event) {
        return new Tokens(
                event.generation(),
                event.succession(),
                event.refreshExpiresAt(),
                refreshToken(),
                event.repeatableUntil());
    }

    boolean hasKnown(int generation) {
        return generation >= 1 && generation <= this.generation;
    }

    /**
     * Whether this was the refresh token of a generation. Of those that were used up before the
     * last one only their number is known: who asks has found them by their digest.
     */
    boolean hadRefreshToken(int generation, Digest presented) {
        if (!hasKnown(generation) || refreshToken() == null) {
            return false;
        }
        return switch (this.generation - generation) {
            case 0 -> presented.equals(refreshToken());
            case 1 -> presented.equals(used);
            default -> true;
        };
    }

    /** Whether a refresh token was exchanged, and that so long ago that no answer was lost. */
    boolean isSpent(int generation, Instant now) {
        return !isNewest(generation) && !isRepeatable(generation, now);
    }

    private boolean isRepeatable(int generation, Instant now) {
        return generation == this.generation - 1
                && repeatableUntil != null
                && now.isBefore(repeatableUntil);
    }

    boolean isNewest(int generation) {
        return generation == this.generation;
    }

    boolean isRefreshable(Instant now) {
        return refreshExpiresAt != null && now.isBefore(refreshExpiresAt);
    }

    @Nullable AccessTokenRecord accessToken() {
        return newest == null ? null : newest.accessToken();
    }

    private @Nullable Digest refreshToken() {
        TokenDigest token = newest == null ? null : newest.refreshToken();
        return token == null ? null : token.digest();
    }
}
