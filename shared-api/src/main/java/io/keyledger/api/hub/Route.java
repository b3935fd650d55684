package io.keyledger.api.hub;

import org.jspecify.annotations.Nullable;

/**
 * One line of a hub's route table.
 *
 * @param method an HTTP method in capitals, or {@link #ANY_METHOD}
 * @param pattern the hub's own path: literal segments, {@code {name}} for one segment, and {@code
 *     **} as the last segment for the rest, which may be empty
 * @param scope the scope that a credential needs; null when any accepted credential will do
 * @param cost how many requests one call counts for; at least 0
 */
public record Route(String method, String pattern, @Nullable String scope, int cost) {

    public static final String ANY_METHOD = "ANY";
}
