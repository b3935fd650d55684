package io.keyledger.query.inventory;

import io.keyledger.api.oauthapp.ClientType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth app as admins see it: everything but its secrets.
 *
 * @param id its {@code client_id}
 * @param logo a {@code data:} URL of an image; null when it has none
 * @param scopes the most that it may ask for
 * @param secret the current secret; null for a public app, which has none
 * @param registeredBy the actor that registered it
 * @param registeredPosition the ledger position that orders lists of apps
 * @param deletedAt null while it is not deleted
 * @param version counts the app's changes from 0; the base of its entity tag
 */
public record OAuthAppView(
        String id,
        String workspace,
        String hub,
        String name,
        List<String> redirectUris,
        @Nullable String logo,
        List<String> scopes,
        ClientType type,
        @Nullable ClientSecret secret,
        Instant registeredAt,
        String registeredBy,
        long registeredPosition,
        @Nullable Instant deletedAt,
        long version) {

    /**
     * A secret as people recognise it.
     *
     * @param generation from 1
     * @param previous the secret before, when it has or had a grace period; null otherwise
     */
    public record ClientSecret(int generation, String hint, @Nullable PreviousSecret previous) {}

    /**
     * A secret that was replaced and lives on for its grace period.
     *
     * @param validUntil the first instant at which it is refused
     */
    public record PreviousSecret(String hint, Instant validUntil) {}
}
