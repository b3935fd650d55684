package io.keyledger.query.profilechange;

import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.hub.SecretVisibility;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small profile to change in one place. */
final class Profiles {

    private final List<Scope> scopes;
    private final Map<String, Plan> plans;
    private final List<Route> routes;
    private final String title;

    private Profiles(
            List<Scope> scopes, Map<String, Plan> plans, List<Route> routes, String title) {
        this.scopes = scopes;
        this.plans = plans;
        this.routes = routes;
        this.title = title;
    }

    /** Scopes {@code a} and {@code b}, a paid plan with access, and no route. */
    static Profiles acme() {
        return new Profiles(
                List.of(scope("a"), scope("b")),
                Map.of("paid", plan(60, "api-access")),
                List.of(),
                "Acme");
    }

    static Scope scope(String name, String... implies) {
        return new Scope(name, "For " + name, Set.of(implies));
    }

    static Plan plan(long perMinute, String... entitlements) {
        return new Plan(
                Set.of(entitlements),
                new RateLimits(
                        CountedPer.CREDENTIAL,
                        List.of(new Window(perMinute, Duration.ofMinutes(1), perMinute)),
                        HeaderStyle.NONE));
    }

    Profiles titled(String other) {
        return new Profiles(scopes, plans, routes, other);
    }

    Profiles withScopes(Scope... others) {
        return new Profiles(List.of(others), plans, routes, title);
    }

    Profiles withPlan(String name, Plan plan) {
        Map<String, Plan> more = new LinkedHashMap<>(plans);
        more.put(name, plan);
        return new Profiles(scopes, more, routes, title);
    }

    /** Each as {@code METHOD PATH SCOPE [COST]}; the scope {@code -} is none. */
    Profiles withRoutes(String... lines) {
        return new Profiles(
                scopes, plans, Arrays.stream(lines).map(Profiles::route).toList(), title);
    }

    private static Route route(String line) {
        String[] words = line.split(" ", -1);
        return new Route(
                words[0],
                words[1],
                words[2].equals("-") ? null : words[2],
                words.length > 3 ? Integer.parseInt(words[3]) : 1);
    }

    HubProfile profile() {
        return new HubProfile(
                new HubId("acme"),
                title,
                "/acme",
                List.of(),
                new KeyRules(
                        "acm",
                        "API key",
                        SecretVisibility.SHOWN_ONCE,
                        Duration.ZERO,
                        Duration.ofDays(30)),
                scopes,
                plans,
                new AccessRules("api-access"),
                null,
                routes,
                new ErrorDialect("application/json", Map.of(), Map.of()),
                null,
                List.of());
    }
}
