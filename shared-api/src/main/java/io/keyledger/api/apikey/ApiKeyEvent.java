package io.keyledger.api.apikey;

import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to an API key. A change carries the value before and after, so that an event
 * explains itself. Who, why and from where are metadata, see {@link
 * io.keyledger.api.ledger.Origin}.
 */
public sealed interface ApiKeyEvent {

    ApiKeyId key();

    /**
     * A key was issued.
     *
     * @param filter the rows that it may touch; null for all of the workspace
     * @param documentation where its public documentation stands; null when it has none
     */
    record ApiKeyIssued(
            ApiKeyId key,
            WorkspaceId workspace,
            HubId hub,
            String name,
            List<String> scopes,
            @Nullable Instant expiresAt,
            List<String> allowedCidrs,
            Map<String, String> metadata,
            @Nullable FilterBinding filter,
            @Nullable DocumentationId documentation,
            SecretRecord secret)
            implements ApiKeyEvent {

        /** A key for all of the workspace, without documentation. */
        public ApiKeyIssued(
                ApiKeyId key,
                WorkspaceId workspace,
                HubId hub,
                String name,
                List<String> scopes,
                @Nullable Instant expiresAt,
                List<String> allowedCidrs,
                Map<String, String> metadata,
                SecretRecord secret) {
            this(
                    key,
                    workspace,
                    hub,
                    name,
                    scopes,
                    expiresAt,
                    allowedCidrs,
                    metadata,
                    null,
                    null,
                    secret);
        }
    }

    record ApiKeyRenamed(ApiKeyId key, String previousName, String name) implements ApiKeyEvent {}

    record ApiKeyScopesChanged(ApiKeyId key, List<String> previousScopes, List<String> scopes)
            implements ApiKeyEvent {}

    record ApiKeyExpirySet(
            ApiKeyId key, @Nullable Instant previousExpiresAt, @Nullable Instant expiresAt)
            implements ApiKeyEvent {}

    record ApiKeyAddressesRestricted(
            ApiKeyId key, List<String> previousAllowedCidrs, List<String> allowedCidrs)
            implements ApiKeyEvent {}

    record ApiKeyMetadataReplaced(
            ApiKeyId key, Map<String, String> previousMetadata, Map<String, String> metadata)
            implements ApiKeyEvent {}

    /**
     * The key has a new secret.
     *
     * @param generation of the new secret
     * @param previousGeneration of the secret that it takes over from
     * @param previousValidUntil the first instant at which the old secret is refused
     */
    record ApiKeyRotated(
            ApiKeyId key,
            int generation,
            SecretRecord secret,
            int previousGeneration,
            Instant previousValidUntil)
            implements ApiKeyEvent {}

    /**
     * Live secrets of the key were shown again to the actor.
     *
     * @param generations of the secrets that were shown
     */
    record ApiKeySecretRevealed(ApiKeyId key, List<Integer> generations) implements ApiKeyEvent {}

    record ApiKeySecretRetired(ApiKeyId key, int generation) implements ApiKeyEvent {}

    record ApiKeySecretRevoked(ApiKeyId key, int generation) implements ApiKeyEvent {}

    record ApiKeyRevoked(ApiKeyId key) implements ApiKeyEvent {}
}
