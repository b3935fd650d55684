package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.ApiKeyCommand.ApiKeyChange;
import io.keyledger.api.apikey.ApiKeyCommand.ChangeApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.ChangeApiKeyScopes;
import io.keyledger.api.apikey.ApiKeyCommand.RenameApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.ReplaceApiKeyMetadata;
import io.keyledger.api.apikey.ApiKeyCommand.RestrictApiKeyAddresses;
import io.keyledger.api.apikey.ApiKeyCommand.SetApiKeyExpiry;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be changed of a key; what is left out stays as it is.
 *
 * @param expiresAt JSON null removes the expiry, which is not the same as leaving the field out: so
 *     it is read as a node
 */
public record KeyPatch(
        @Nullable String name,
        @Nullable List<String> scopes,
        @Schema(type = "string", format = "date-time", nullable = true)
                @Nullable JsonNode expiresAt,
        @Nullable List<String> allowedCidrs,
        @Nullable Map<String, String> metadata,
        @Nullable String reason) {

    /** One change for each field that is there. */
    ChangeApiKey command(ApiKeyId key) {
        List<ApiKeyChange> changes = new ArrayList<>();
        // The expiry first: it may revive an expired key, which is closed to all other changes.
        if (expiresAt != null) {
            changes.add(new SetApiKeyExpiry(key, instant(expiresAt)));
        }
        if (name != null) {
            changes.add(new RenameApiKey(key, name));
        }
        if (scopes != null) {
            changes.add(new ChangeApiKeyScopes(key, Required.elements("scopes", scopes)));
        }
        if (allowedCidrs != null) {
            changes.add(
                    new RestrictApiKeyAddresses(
                            key, Required.elements("allowedCidrs", allowedCidrs)));
        }
        if (metadata != null) {
            changes.add(new ReplaceApiKeyMetadata(key, Required.entries("metadata", metadata)));
        }
        return new ChangeApiKey(key, atLeastOne(changes));
    }

    private static List<ApiKeyChange> atLeastOne(List<ApiKeyChange> changes) {
        if (changes.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.MISSING_FIELD,
                    "Name what to change: name, scopes, expiresAt, allowedCidrs or metadata.");
        }
        return changes;
    }

    private static @Nullable Instant instant(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        try {
            return Instant.parse(node.isString() ? node.stringValue() : "");
        } catch (DateTimeException _) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD,
                    "expiresAt",
                    "Write the expiry as 2027-01-31T12:00:00Z, or null for none.");
        }
    }
}
