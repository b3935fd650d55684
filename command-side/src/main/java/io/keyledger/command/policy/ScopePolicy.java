package io.keyledger.command.policy;

import static io.keyledger.api.rejection.RejectionReason.SCOPE_MISSING;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_REPEATED;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_UNKNOWN;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.rejection.RejectionReason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is granted has at least one scope, each from the catalogue that its hub has now, each once.
 */
public final class ScopePolicy {

    private ScopePolicy() {}

    public static Optional<Rejection> grantable(List<String> scopes, HubProfile profile) {
        if (scopes.isEmpty()) {
            return Optional.of(Rejection.of(SCOPE_MISSING, "scopes", null));
        }
        Set<String> seen = new HashSet<>();
        return first(scopes, scope -> profile.scope(scope).isEmpty(), SCOPE_UNKNOWN)
                .or(() -> first(scopes, scope -> !seen.add(scope), SCOPE_REPEATED));
    }

    /** The order in which scopes are written says nothing. */
    public static boolean same(List<String> some, List<String> others) {
        return Set.copyOf(some).equals(Set.copyOf(others));
    }

    private static Optional<Rejection> first(
            List<String> scopes, Predicate<String> offends, RejectionReason reason) {
        return scopes.stream()
                .filter(offends)
                .findFirst()
                .map(scope -> Rejection.of(reason, "scopes", scope));
    }
}
