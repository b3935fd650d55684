package io.keyledger.server.controlplane.caller;

import io.keyledger.api.ledger.Origin;
import io.keyledger.server.idempotency.IdempotencyKey;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated call to the control plane.
 *
 * @param actor who was authenticated, as history names it: {@code key:…} or {@code account:…}
 * @param workspace that the actor belongs to
 * @param credential that authenticated it; for sealing answers, never for storing
 * @param scopes of the built-in hub that the actor has
 * @param onBehalfOf whom the caller says to act for; null when it says nothing
 * @param operation method and path
 * @param idempotencyKey of a call that may be sent again
 * @param ifMatch the versions of the resource that it wants to change
 */
public record Caller(
        String actor,
        String workspace,
        String credential,
        Set<String> scopes,
        @Nullable String onBehalfOf,
        String sourceAddress,
        String correlationId,
        String operation,
        Optional<IdempotencyKey> idempotencyKey,
        IfMatch ifMatch) {

    /**
     * The origin of what this call changes.
     *
     * @param reason why, in the caller's words; null when not given
     */
    public Origin origin(@Nullable String reason) {
        return new Origin(actor, onBehalfOf, sourceAddress, correlationId, Reason.checked(reason));
    }

    /**
     * The same call, as one of several steps of what was asked for: each is done once.
     *
     * @param name of the step
     */
    public Caller step(String name) {
        return new Caller(
                actor,
                workspace,
                credential,
                scopes,
                onBehalfOf,
                sourceAddress,
                correlationId,
                operation,
                idempotencyKey.map(key -> new IdempotencyKey(key.value() + "-" + name)),
                ifMatch);
    }

    /** Leaves the credential out. */
    @Override
    public String toString() {
        return "Caller[" + actor + "]";
    }
}
