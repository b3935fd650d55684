package io.keyledger.api.hub;

import org.jspecify.annotations.Nullable;

/**
 * What must be so before any credential is accepted.
 *
 * @param requiresEntitlement an entitlement that the workspace's plan must hold; null when every
 *     plan has access
 * @param httpsOnly whether requests that came over plain HTTP are refused
 */
public record AccessRules(@Nullable String requiresEntitlement, boolean httpsOnly) {

    /** Over HTTPS or not. */
    public AccessRules(@Nullable String requiresEntitlement) {
        this(requiresEntitlement, false);
    }
}
