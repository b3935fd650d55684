package io.keyledger.server.controlplane.key;

import io.keyledger.server.controlplane.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rotated key, with its new secret.
 *
 * @param secret what the client sends as Bearer from now on; shown here, and never again unless the
 *     hub keeps secrets recoverable
 * @param generation of the new secret
 * @param previousValidUntil the first instant at which the old secret is refused
 */
public record KeyRotated(
        String id,
        String secret,
        String hint,
        int generation,
        @Nullable Instant previousValidUntil,
        Receipt receipt) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "KeyRotated[" + id + "]";
    }
}
