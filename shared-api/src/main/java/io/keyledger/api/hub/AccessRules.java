package io.keyledger.api.hub;

import org.jspecify.annotations.Nullable;

/**
 * What a workspace must have before any of its credentials is accepted.
 *
 * @param requiresEntitlement an entitlement that the workspace's plan must hold; null when every
 *     plan has access
 */
public record AccessRules(@Nullable String requiresEntitlement) {}
