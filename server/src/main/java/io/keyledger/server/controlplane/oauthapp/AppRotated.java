package io.keyledger.server.controlplane.oauthapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.server.controlplane.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An app with a new secret.
 *
 * @param id its {@code client_id}
 * @param clientSecret what the app authenticates with from now on; shown here, and never again
 * @param generation of the new secret
 * @param previousValidUntil the first instant at which the old secret is refused; absent when it
 *     has passed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppRotated(
        String id,
        String clientSecret,
        String hint,
        int generation,
        @Nullable Instant previousValidUntil,
        Receipt receipt) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "AppRotated[" + id + "]";
    }
}
