package io.keyledger.api.hub;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace has bought.
 *
 * @param limits limits of this plan; null when the hub's own apply
 */
public record Plan(Set<String> entitlements, @Nullable RateLimits limits) {

    public Plan {
        entitlements = Ordered.copyOf(entitlements);
    }
}
