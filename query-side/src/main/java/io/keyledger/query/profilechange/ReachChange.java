package io.keyledger.query.profilechange;

import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RoutePattern;
import io.keyledger.api.hub.RoutePattern.Segment;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other scopes would mean for the requests of a credential, by asking the profile about a
 * request of every kind that it has a line for.
 *
 * @param gained requests that would be allowed and are not
 * @param lost requests that are allowed and would not be
 * @param kept requests that are allowed and would stay so
 */
public record ReachChange(List<Reach> gained, List<Reach> lost, List<Reach> kept) {

    public ReachChange {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        kept = List.copyOf(kept);
    }

    /**
     * Requests of one path.
     *
     * @param path a path pattern; {@code *} stands for any one segment, {@code **} for more of them
     * @param scope that they need; null when any accepted credential will do
     */
    public record Reach(List<String> methods, String path, @Nullable String scope) {

        public Reach {
            methods = List.copyOf(methods);
        }
    }

    /**
     * From some scopes to others.
     *
     * @param boundTo whose rows the credential is limited to; null when it is not
     */
    public static ReachChange between(
            CompiledProfile profile,
            Set<String> before,
            Set<String> after,
            @Nullable RowCollection boundTo) {
        Finding finding = new Finding(profile, before, after, boundTo);
        profile.source().routes().forEach(finding::ask);
        return new ReachChange(
                finding.found(Effect.GAINED),
                finding.found(Effect.LOST),
                finding.found(Effect.KEPT));
    }

    private enum Effect {
        GAINED,
        LOST,
        KEPT,
        NONE
    }

    private record Line(Effect effect, String path, @Nullable String scope) {}

    /** Requests as they are asked about, each of them once. */
    private static final class Finding {

        private final CompiledProfile profile;
        private final Set<String> before;
        private final Set<String> after;
        private final @Nullable Segment container;
        private final int longest;
        private final Set<String> asked = new LinkedHashSet<>();
        private final Map<Line, List<String>> methods = new LinkedHashMap<>();

        Finding(
                CompiledProfile profile,
                Set<String> before,
                Set<String> after,
                @Nullable RowCollection boundTo) {
            this.profile = profile;
            this.before = before;
            this.after = after;
            this.container = boundTo == null ? null : new Segment.Parameter(boundTo.parameter());
            this.longest = Probe.longest(profile.source().routes().stream());
        }

        void ask(Route route) {
            for (Probe probe : Probe.of(route, longest)) {
                Probe.methods(route).forEach(method -> ask(method, probe));
            }
        }

        private void ask(String method, Probe probe) {
            Route route = profile.route(method, probe.path());
            if (route != null && asked.add(method + " " + probe.path()) && leadsToRows(route)) {
                methods.computeIfAbsent(
                                new Line(effect(route.scope()), probe.label(), route.scope()),
                                _ -> new ArrayList<>())
                        .add(method);
            }
        }

        /** A bound credential is refused wherever the path does not name what it is bound to. */
        private boolean leadsToRows(Route route) {
            return container == null
                    || RoutePattern.parse(route.pattern()).segments().contains(container);
        }

        private Effect effect(@Nullable String scope) {
            boolean then = scope == null || profile.satisfied(before, scope);
            boolean next = scope == null || profile.satisfied(after, scope);
            if (then && next) {
                return Effect.KEPT;
            }
            return then ? Effect.LOST : next ? Effect.GAINED : Effect.NONE;
        }

        List<Reach> found(Effect effect) {
            return methods.entrySet().stream()
                    .filter(it -> it.getKey().effect() == effect)
                    .map(it -> new Reach(it.getValue(), it.getKey().path(), it.getKey().scope()))
                    .toList();
        }
    }
}
