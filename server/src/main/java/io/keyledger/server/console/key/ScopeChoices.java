package io.keyledger.server.console.key;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Scope;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The scopes that a key can have, as a form offers them.
 *
 * @param single whether one is enough: each one includes all that stand before it, as in “read” and
 *     “read + write”
 */
record ScopeChoices(boolean single, List<Choice> choices) {

    static ScopeChoices of(HubProfile hub) {
        List<Scope> steps = steps(hub.scopes());
        return isLadder(steps)
                ? new ScopeChoices(
                        true,
                        IntStream.range(0, steps.size())
                                .mapToObj(it -> new Choice(steps.get(it), sum(steps, it)))
                                .toList())
                : new ScopeChoices(
                        false, hub.scopes().stream().map(it -> new Choice(it, it.name())).toList());
    }

    private static List<Scope> steps(List<Scope> scopes) {
        return scopes.stream().sorted(Comparator.comparingInt(it -> it.implies().size())).toList();
    }

    private static boolean isLadder(List<Scope> steps) {
        Set<String> below = new HashSet<>();
        for (Scope step : steps) {
            if (!step.implies().equals(below)) {
                return false;
            }
            below.add(step.name());
        }
        return steps.size() > 1;
    }

    private static String sum(List<Scope> steps, int last) {
        return steps.stream().limit(last + 1L).map(Scope::name).collect(Collectors.joining(" + "));
    }

    /**
     * One of them.
     *
     * @param title what it comes down to
     */
    record Choice(Scope scope, String title) {}
}
