package io.keyledger.api.apikey;

import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of an API key. No command carries a plaintext secret. */
public sealed interface ApiKeyCommand {

    /** The key that the command is for. */
    ApiKeyId key();

    /**
     * Issues a key with its first secret, generation 1. Issuing the same key with the same secret
     * again changes nothing, so that an answer that was lost can be asked for again.
     *
     * @param expiresAt the first instant at which the key is refused; null when it never expires
     * @param allowedCidrs address blocks that the key may be used from; empty for anywhere
     * @param metadata the caller's own data; never interpreted
     * @param filter the rows that the key may touch; null for all of the workspace
     * @param documentation where the key's public documentation stands; null when it has none
     */
    record IssueApiKey(
            ApiKeyId key,
            WorkspaceId workspace,
            String name,
            List<String> scopes,
            @Nullable Instant expiresAt,
            List<String> allowedCidrs,
            Map<String, String> metadata,
            @Nullable FilterBinding filter,
            @Nullable DocumentationId documentation,
            SecretRecord secret)
            implements ApiKeyCommand {

        public IssueApiKey {
            scopes = List.copyOf(scopes);
            allowedCidrs = List.copyOf(allowedCidrs);
            metadata = Map.copyOf(metadata);
        }

        /** A key for all of the workspace, without documentation. */
        public IssueApiKey(
                ApiKeyId key,
                WorkspaceId workspace,
                String name,
                List<String> scopes,
                @Nullable Instant expiresAt,
                List<String> allowedCidrs,
                Map<String, String> metadata,
                SecretRecord secret) {
            this(
                    key,
                    workspace,
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

    /** A change of what a key is, apart from its secrets. */
    sealed interface ApiKeyChange extends ApiKeyCommand {}

    /**
     * Makes several changes, in their order: all of them, or none.
     *
     * @param changes of this key; at least one
     */
    record ChangeApiKey(ApiKeyId key, List<ApiKeyChange> changes) implements ApiKeyCommand {

        public ChangeApiKey {
            changes = List.copyOf(changes);
            if (changes.isEmpty() || changes.stream().anyMatch(it -> !it.key().equals(key))) {
                throw new IllegalArgumentException("needs changes of one key");
            }
        }
    }

    record RenameApiKey(ApiKeyId key, String name) implements ApiKeyChange {}

    record ChangeApiKeyScopes(ApiKeyId key, List<String> scopes) implements ApiKeyChange {

        public ChangeApiKeyScopes {
            scopes = List.copyOf(scopes);
        }
    }

    /** Sets or, with null, removes the instant at which the key expires. */
    record SetApiKeyExpiry(ApiKeyId key, @Nullable Instant expiresAt) implements ApiKeyChange {}

    /** Limits the addresses that the key may be used from; an empty list lifts the limit. */
    record RestrictApiKeyAddresses(ApiKeyId key, List<String> allowedCidrs)
            implements ApiKeyChange {

        public RestrictApiKeyAddresses {
            allowedCidrs = List.copyOf(allowedCidrs);
        }
    }

    record ReplaceApiKeyMetadata(ApiKeyId key, Map<String, String> metadata)
            implements ApiKeyChange {

        public ReplaceApiKeyMetadata {
            metadata = Map.copyOf(metadata);
        }
    }

    /**
     * Gives the key a new secret. The old one lives on for the grace period. Rotating to the secret
     * that the key already has changes nothing.
     *
     * @param grace how long the old secret lives on; null for the hub's own grace, zero to end it
     *     at once
     */
    record RotateApiKey(ApiKeyId key, SecretRecord secret, @Nullable Duration grace)
            implements ApiKeyCommand {}

    /**
     * Records that live secrets of the key are about to be shown again. Each call is an event of
     * its own: nothing is shown that is not in the history.
     *
     * @param generations of the secrets whose sealed copies were opened
     */
    record RevealApiKeySecrets(ApiKeyId key, List<Integer> generations) implements ApiKeyCommand {

        public RevealApiKeySecrets {
            generations = List.copyOf(generations);
        }
    }

    /** Records that the grace of an old secret is over. */
    record RetireApiKeySecret(ApiKeyId key, int generation) implements ApiKeyCommand {}

    /** Revokes one secret and leaves the key and its other secret alone. */
    record RevokeApiKeySecret(ApiKeyId key, int generation) implements ApiKeyCommand {}

    /** Revokes the key with all its secrets, for good. */
    record RevokeApiKey(ApiKeyId key) implements ApiKeyCommand {}
}
