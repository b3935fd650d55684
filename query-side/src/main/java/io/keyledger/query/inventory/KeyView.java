package io.keyledger.query.inventory;

import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.campaign.FilterBinding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API key as admins see it: everything but its secrets.
 *
 * @param expiresAt null when it does not expire
 * @param filter what it is bound to; null for all of its workspace
 * @param documentation where its public documentation stands; null when it has none
 * @param hint what people recognise the current secret by
 * @param generation of the current secret
 * @param previous the secret before, while it is live; null otherwise
 * @param issuedBy the actor that issued it
 * @param issuedPosition the ledger position that orders lists of keys
 * @param revokedAt null while it is not revoked
 * @param version counts the key's changes from 0; the base of its entity tag
 */
public record KeyView(
        String id,
        String workspace,
        String hub,
        String name,
        List<String> scopes,
        @Nullable Instant expiresAt,
        List<String> allowedCidrs,
        Map<String, String> metadata,
        @Nullable FilterBinding filter,
        @Nullable DocumentationId documentation,
        String hint,
        int generation,
        @Nullable PreviousSecret previous,
        Instant issuedAt,
        String issuedBy,
        long issuedPosition,
        @Nullable Instant revokedAt,
        long version) {

    /** The secret before, when it is accepted at an instant. */
    public @Nullable PreviousSecret livePrevious(Instant now) {
        return previous != null && now.isBefore(previous.validUntil()) ? previous : null;
    }

    /**
     * A secret that was replaced and lives on for its grace period.
     *
     * @param validUntil the first instant at which it is refused
     */
    public record PreviousSecret(int generation, String hint, Instant validUntil) {}
}
