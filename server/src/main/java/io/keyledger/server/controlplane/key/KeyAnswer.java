package io.keyledger.server.controlplane.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.query.inventory.KeyView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without its secrets.
 *
 * @param status {@code active}, {@code expired} or {@code revoked}
 * @param hint prefix and last four characters of the current secret
 * @param generation of the current secret, from 1
 * @param previousSecret the secret before, while it is accepted
 * @param documentationUrl of the public page; whoever has the link may read it
 * @param lastUsedAt the last request that it was sent with, however that ended; some seconds late
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyAnswer(
        String id,
        String workspace,
        String hub,
        String name,
        String status,
        List<String> scopes,
        String hint,
        int generation,
        KeyView.@Nullable PreviousSecret previousSecret,
        @Nullable Instant expiresAt,
        List<String> allowedCidrs,
        Map<String, String> metadata,
        @Nullable BindingBody filter,
        @Nullable String documentationUrl,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    static KeyAnswer of(
            KeyView view,
            @Nullable String documentationUrl,
            @Nullable Instant lastUsedAt,
            Instant now) {
        return new KeyAnswer(
                view.id(),
                view.workspace(),
                view.hub(),
                view.name(),
                status(view, now),
                view.scopes(),
                view.hint(),
                view.generation(),
                view.livePrevious(now),
                view.expiresAt(),
                view.allowedCidrs(),
                view.metadata(),
                BindingBody.of(view.filter()),
                documentationUrl,
                view.issuedAt(),
                view.issuedBy(),
                lastUsedAt,
                view.revokedAt());
    }

    private static String status(KeyView view, Instant now) {
        if (view.revokedAt() != null) {
            return "revoked";
        }
        Instant expiresAt = view.expiresAt();
        return expiresAt != null && !now.isBefore(expiresAt) ? "expired" : "active";
    }
}
