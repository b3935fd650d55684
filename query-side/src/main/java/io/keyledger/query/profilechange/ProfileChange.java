package io.keyledger.query.profilechange;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Scope;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How one profile differs from another, in what it means for requests.
 *
 * @param fields of the profile that are not the same, as the profile language calls them
 * @param scopesAdded to the catalogue
 * @param scopesRemoved from the catalogue: whoever holds one holds nothing with it
 * @param scopeMeanings scopes that stay and imply something else
 * @param plansAdded plans that there were not
 * @param plansRemoved plans whose workspaces would have no access
 * @param plans plans that stay and give something else
 * @param routes requests that would be judged by another rule
 */
public record ProfileChange(
        List<String> fields,
        List<String> scopesAdded,
        List<String> scopesRemoved,
        List<ScopeMeaning> scopeMeanings,
        List<String> plansAdded,
        List<String> plansRemoved,
        List<PlanChange> plans,
        List<RouteChange> routes) {

    public ProfileChange {
        fields = List.copyOf(fields);
        scopesAdded = List.copyOf(scopesAdded);
        scopesRemoved = List.copyOf(scopesRemoved);
        scopeMeanings = List.copyOf(scopeMeanings);
        plansAdded = List.copyOf(plansAdded);
        plansRemoved = List.copyOf(plansRemoved);
        plans = List.copyOf(plans);
        routes = List.copyOf(routes);
    }

    /** From a profile that judges to one that would. */
    public static ProfileChange between(HubProfile before, HubProfile after) {
        CompiledProfile then = CompiledProfile.compile(before, 1, 0);
        CompiledProfile next = CompiledProfile.compile(after, 2, 0);
        Set<String> oldScopes = names(before);
        Set<String> newScopes = names(after);
        return new ProfileChange(
                FieldChanges.between(before, after),
                missing(newScopes, oldScopes),
                missing(oldScopes, newScopes),
                ScopeMeaning.between(then, next),
                missing(after.plans().keySet(), before.plans().keySet()),
                missing(before.plans().keySet(), after.plans().keySet()),
                PlanChange.between(then, next),
                RouteChanges.between(then, next));
    }

    /** Plans that stay, but whose workspaces would lose their access. */
    public List<String> plansLosingAccess() {
        return plans.stream()
                .filter(plan -> plan.before().access() && !plan.after().access())
                .map(PlanChange::plan)
                .toList();
    }

    private static Set<String> names(HubProfile profile) {
        return profile.scopes().stream().map(Scope::name).collect(Collectors.toSet());
    }

    private static List<String> missing(Set<String> all, Set<String> known) {
        return all.stream().filter(Predicate.not(known::contains)).sorted().toList();
    }
}
