package io.keyledger.query.profilechange;

import io.keyledger.api.hub.Scope;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scope that stays and grants something else.
 *
 * @param grantsMore scopes that it would imply and does not now
 * @param grantsLess scopes that it implies now and would not
 */
public record ScopeMeaning(String scope, List<String> grantsMore, List<String> grantsLess) {

    public ScopeMeaning {
        grantsMore = List.copyOf(grantsMore);
        grantsLess = List.copyOf(grantsLess);
    }

    /** Scopes that only one of the two has are told elsewhere. */
    static List<ScopeMeaning> between(CompiledProfile before, CompiledProfile after) {
        Set<String> staying = new TreeSet<>(names(before));
        staying.retainAll(names(after));
        return staying.stream()
                .map(scope -> of(scope, staying, before, after))
                .filter(it -> !it.grantsMore.isEmpty() || !it.grantsLess.isEmpty())
                .toList();
    }

    private static ScopeMeaning of(
            String scope, Set<String> staying, CompiledProfile before, CompiledProfile after) {
        Set<String> granted = Set.of(scope);
        return new ScopeMeaning(
                scope,
                staying.stream()
                        .filter(it ->
                                after.satisfied(granted, it) && !before.satisfied(granted, it))
                        .toList(),
                staying.stream()
                        .filter(it ->
                                before.satisfied(granted, it) && !after.satisfied(granted, it))
                        .toList());
    }

    private static Set<String> names(CompiledProfile profile) {
        Stream<String> names = profile.source().scopes().stream().map(Scope::name);
        return names.collect(Collectors.toSet());
    }
}
