package io.keyledger.verdict;

import org.jspecify.annotations.Nullable;

/**
 * For whom an access token acts, and who holds it.
 *
 * @param app the client id of the app that holds it
 * @param account the id of the person that the app acts for; null when it acts for itself
 * @param boundKey the thumbprint (RFC 7638) of the key that a request has to prove (RFC 9449 §6);
 *     null for a plain bearer token
 * @param issuedAt in milliseconds since the epoch
 */
public record Delegation(
        String app, @Nullable String account, @Nullable String boundKey, long issuedAt) {}
