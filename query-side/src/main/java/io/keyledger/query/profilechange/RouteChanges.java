package io.keyledger.query.profilechange;

import io.keyledger.api.hub.Route;
import io.keyledger.query.profilechange.RouteChange.Rule;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out which requests two profiles judge differently, by asking both about a request of every
 * kind that either has a line for. So it is told what a line means where it stands, and a line that
 * only moved is no change.
 */
final class RouteChanges {

    private final CompiledProfile before;
    private final CompiledProfile after;
    private final Map<RouteChange, List<String>> methods = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final int longest;

    private RouteChanges(CompiledProfile before, CompiledProfile after) {
        this.before = before;
        this.after = after;
        this.longest = Probe.longest(routes());
    }

    static List<RouteChange> between(CompiledProfile before, CompiledProfile after) {
        RouteChanges changes = new RouteChanges(before, after);
        changes.routes().forEach(changes::ask);
        return changes.methods.entrySet().stream()
                .map(it -> withMethods(it.getKey(), it.getValue()))
                .toList();
    }

    private Stream<Route> routes() {
        return Stream.concat(before.source().routes().stream(), after.source().routes().stream());
    }

    private void ask(Route route) {
        for (Probe probe : Probe.of(route, longest)) {
            Probe.methods(route).forEach(method -> ask(method, probe));
        }
    }

    private void ask(String method, Probe probe) {
        Rule then = Rule.of(before.route(method, probe.path()));
        Rule next = Rule.of(after.route(method, probe.path()));
        if (asked.add(method + " " + probe.path()) && !Objects.equals(then, next)) {
            RouteChange change = new RouteChange(List.of(), probe.label(), then, next);
            methods.computeIfAbsent(change, _ -> new ArrayList<>()).add(method);
        }
    }

    private static RouteChange withMethods(RouteChange change, List<String> methods) {
        return new RouteChange(methods, change.path(), change.before(), change.after());
    }
}
