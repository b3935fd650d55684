package io.keyledger.command.profile;

import io.keyledger.api.hub.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the scope catalogue. */
final class ScopesReader {

    private final Map<String, Part> catalogue;

    private ScopesReader(Map<String, Part> catalogue) {
        this.catalogue = catalogue;
    }

    static List<Scope> read(Part part) {
        return new ScopesReader(part.fields()).scopes();
    }

    private List<Scope> scopes() {
        Map<String, Scope> scopes = new LinkedHashMap<>();
        catalogue.forEach((name, part) -> scopes.put(name, scope(name, part)));
        catalogue.forEach((name, part) -> refuseCircle(name, part, scopes));
        return List.copyOf(scopes.values());
    }

    private Scope scope(String name, Part part) {
        if (part.isText()) {
            return new Scope(name, part.text(), Set.of());
        }
        part.field("implies").items().forEach(this::refuseUnknown);
        return new Scope(name, part.text("text"), new LinkedHashSet<>(part.texts("implies")));
    }

    private void refuseUnknown(Part implied) {
        if (!catalogue.containsKey(implied.text())) {
            implied.complain(unknown(implied.text(), catalogue.keySet()));
        }
    }

    static String unknown(String written, Set<String> catalogue) {
        return "names the scope '"
                + written
                + "', which is not in the catalogue. "
                + DidYouMean.among(catalogue, written, "The scopes are");
    }

    /** A circle would make its scopes mean the same, which nobody who grants the least wants. */
    private static void refuseCircle(String name, Part part, Map<String, Scope> scopes) {
        List<String> trail = trailBackTo(name, name, scopes, new LinkedHashSet<>());
        boolean isFirstOfCircle = trail.stream().allMatch(other -> isBefore(name, other, scopes));
        if (!trail.isEmpty() && isFirstOfCircle) {
            part.complainOfField(
                    "implies itself: "
                            + String.join(" → ", trail)
                            + ". Take one of these implications away.");
        }
    }

    private static boolean isBefore(String name, String other, Map<String, Scope> scopes) {
        List<String> order = List.copyOf(scopes.keySet());
        return order.indexOf(name) <= order.indexOf(other);
    }

    /**
     * The names from {@code at} along implications back to {@code goal}; empty when there is no
     * way.
     */
    private static List<String> trailBackTo(
            String goal, String at, Map<String, Scope> scopes, Set<String> seen) {
        Scope scope = scopes.get(at);
        if (scope == null || !seen.add(at)) {
            return List.of();
        }
        for (String next : scope.implies()) {
            List<String> rest =
                    next.equals(goal) ? List.of(goal) : trailBackTo(goal, next, scopes, seen);
            if (!rest.isEmpty()) {
                List<String> trail = new ArrayList<>(List.of(at));
                trail.addAll(rest);
                return trail;
            }
        }
        return List.of();
    }
}
