package io.keyledger.server.controlplane.caller;

import io.keyledger.api.ledger.Origin;
import io.keyledger.server.idempotency.IdempotencyKey;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated call to the control plane.
 *
 * @param id of the credential that authenticated it
 * @param workspace that the credential belongs to
 * @param credential itself; for sealing answers, never for storing
 * @param scopes that it has
 * @param onBehalfOf whom the caller says to act for; null when it says nothing
 * @param operation method and path
 * @param idempotencyKey of a call that may be sent again
 * @param ifMatch the versions of the resource that it wants to change
 */
public record Caller(
        String id,
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
        return new Origin(
                "key:" + id, onBehalfOf, sourceAddress, correlationId, Reason.checked(reason));
    }

    /** Leaves the credential out. */
    @Override
    public String toString() {
        return "Caller[" + id + "]";
    }
}
