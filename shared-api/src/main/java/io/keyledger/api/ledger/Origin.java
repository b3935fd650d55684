package io.keyledger.api.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Who asked for a change, from where, in which chain, and why. It travels as message metadata under
 * the names of {@link OriginKeys} and is stamped on every event.
 *
 * @param actor who was authenticated: {@code key:key_…}, {@code account:acc_…} for a person who is
 *     signed in, {@code app:app_…} for an app, or {@code system:NAME} for Keyledger itself
 * @param onBehalfOf whom the actor says to act for, such as {@code user:42}; recorded and never
 *     trusted; null when it says nothing
 * @param sourceAddress the caller's IP address; null when Keyledger itself acts
 * @param correlationId joins everything that one request caused, in the ledger and in the logs
 * @param reason why, in the caller's words; null when not given
 */
public record Origin(
        String actor,
        @Nullable String onBehalfOf,
        @Nullable String sourceAddress,
        String correlationId,
        @Nullable String reason) {

    /** An origin for what Keyledger does by itself. */
    public static Origin system(String part, String correlationId, String reason) {
        return new Origin("system:" + part, null, null, correlationId, reason);
    }
}
