package io.keyledger.api.apikey;

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

    record ApiKeyIssued(
            ApiKeyId key,
            WorkspaceId workspace,
            HubId hub,
            String name,
            List<String> scopes,
            @Nullable Instant expiresAt,
            List<String> allowedCidrs,
            Map<String, String> metadata,
            SecretRecord secret)
            implements ApiKeyEvent {}

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

    record ApiKeySecretRetired(ApiKeyId key, int generation) implements ApiKeyEvent {}

    record ApiKeySecretRevoked(ApiKeyId key, int generation) implements ApiKeyEvent {}

    record ApiKeyRevoked(ApiKeyId key) implements ApiKeyEvent {}
}
