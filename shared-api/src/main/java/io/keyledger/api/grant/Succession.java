package io.keyledger.api.grant;

import org.jspecify.annotations.Nullable;

/**
 * What takes the place of a code or refresh token that is used up.
 *
 * @param salt public randomness: with the secret that was presented and a key that the database
 *     does not have, it makes the successors again
 * @param refreshToken null for an app that gets none
 */
public record Succession(
        String salt, AccessTokenRecord accessToken, @Nullable TokenDigest refreshToken) {}
