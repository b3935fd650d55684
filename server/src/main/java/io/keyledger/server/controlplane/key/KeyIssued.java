package io.keyledger.server.controlplane.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new API key, with its secret.
 *
 * @param secret what the client sends as Bearer; shown here, and never again unless the hub keeps
 *     secrets recoverable
 * @param documentationUrl of the public page; whoever has the link may read it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyIssued(
        String id,
        String secret,
        String hint,
        String workspace,
        String hub,
        String name,
        List<String> scopes,
        @Nullable Instant expiresAt,
        List<String> allowedCidrs,
        Map<String, String> metadata,
        @Nullable BindingBody filter,
        @Nullable String documentationUrl,
        int generation,
        Instant createdAt) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "KeyIssued[" + id + "]";
    }
}
