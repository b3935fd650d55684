package io.keyledger.verdict.profile;

import io.keyledger.api.hub.Scope;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which granted scopes satisfy a required one: itself, and whatever implies it over any number of
 * steps.
 */
final class ScopeRules {

    private static final String[] NONE = {};

    private final Map<String, String[]> satisfying = new HashMap<>();

    ScopeRules(List<Scope> catalogue) {
        Map<String, Set<String>> reachedBy = new HashMap<>();
        catalogue.forEach(it -> reachedBy.put(it.name(), new LinkedHashSet<>(Set.of(it.name()))));
        Map<String, Scope> byName = new HashMap<>();
        catalogue.forEach(it -> byName.put(it.name(), it));
        catalogue.forEach(it -> spread(it.name(), it, byName, reachedBy));
        reachedBy.forEach((scope, by) -> satisfying.put(scope, by.toArray(String[]::new)));
    }

    /**
     * Whether {@code granted} satisfies {@code required}; a scope that the hub does not have is
     * never satisfied.
     */
    boolean satisfied(Set<String> granted, String required) {
        for (String scope : satisfying.getOrDefault(required, NONE)) {
            if (granted.contains(scope)) {
                return true;
            }
        }
        return false;
    }

    private static void spread(
            String granted,
            Scope from,
            Map<String, Scope> catalogue,
            Map<String, Set<String>> reachedBy) {
        for (String implied : from.implies()) {
            Scope next = catalogue.get(implied);
            if (next != null && reachedBy.getOrDefault(implied, Set.of()).add(granted)) {
                spread(granted, next, catalogue, reachedBy);
            }
        }
    }
}
