package io.keyledger.verdict;

import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.ErrorDialect.Form;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.hub.Refusal;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.hub.SecretVisibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hub profiles to judge by, cut down to what a test needs. */
public final class Hubs {

    public static final RateLimits HUNDRED_A_MINUTE = limits(CountedPer.CREDENTIAL, 100);

    private static final KeyRules KEYS =
            new KeyRules(
                    "hbn",
                    "API key",
                    SecretVisibility.SHOWN_ONCE,
                    Duration.ofHours(24),
                    Duration.ofDays(7));

    private Hubs() {}

    /** The contract of Hubnity, as far as verdicts go. */
    public static HubProfile hubnity() {
        return hubnity(
                HUNDRED_A_MINUTE,
                List.of(
                        new Route("GET", "/v1/members", "read:members", 1),
                        new Route("POST", "/v1/projects", "write:projects", 5),
                        new Route("GET", "/v1/status", null, 0)));
    }

    public static HubProfile hubnity(RateLimits limits, List<Route> routes) {
        return new HubProfile(
                new HubId("hubnity"),
                "Hubnity",
                "/hubnity",
                List.of(),
                KEYS,
                List.of(
                        new Scope("read:members", "Read members", Set.of()),
                        new Scope("read:projects", "Read projects", Set.of()),
                        new Scope("write:projects", "Change projects", Set.of())),
                Map.of(
                        "free", new Plan(Set.of(), null),
                        "enterprise", new Plan(Set.of("api-access"), null),
                        "counted-together",
                                new Plan(Set.of("api-access"), limits(CountedPer.WORKSPACE, 1_000)),
                        "unlimited",
                                new Plan(
                                        Set.of("api-access"),
                                        new RateLimits(
                                                CountedPer.CREDENTIAL,
                                                List.of(),
                                                HeaderStyle.NONE))),
                new AccessRules("api-access"),
                limits,
                routes,
                hubnityErrors(),
                null,
                List.of());
    }

    /**
     * The contract of Hubhus, as far as access filters go, and some routes that lack a campaign.
     */
    public static HubProfile hubhus() {
        return new HubProfile(
                new HubId("hubhus"),
                "Hubhus",
                "/hubhus",
                List.of(),
                KEYS,
                List.of(
                        new Scope("read", "Read leads", Set.of()),
                        new Scope("write", "Change leads", Set.of("read"))),
                Map.of("standard", new Plan(Set.of(), null)),
                new AccessRules(null),
                null,
                List.of(
                        new Route("GET", "/v2/campaigns", "read", 1),
                        new Route("GET", "/v2/campaigns/{campaign}/leads", "read", 1),
                        new Route("POST", "/v2/campaigns/{campaign}/leads", "write", 1),
                        new Route("GET", "/v2/campaigns/{campaign}/leads/{lead}", "read", 1),
                        new Route("GET", "/v2/exports/{export}", "read", 1),
                        new Route("GET", "/v2/open/{campaign}/**", "read", 1),
                        new Route("GET", "/v2/whoami", null, 1)),
                hubnityErrors(),
                null,
                List.of(
                        new RowCollection("leads", "campaign", "campaign"),
                        new RowCollection("calls", "phone-line", "line")));
    }

    public static HubProfile withErrors(ErrorDialect errors) {
        return new HubProfile(
                new HubId("hubnity"),
                "Hubnity",
                "/hubnity",
                List.of(),
                KEYS,
                List.of(),
                Map.of(),
                new AccessRules(null),
                null,
                List.of(),
                errors,
                null,
                List.of());
    }

    public static HubProfile withScopes(Scope... scopes) {
        return new HubProfile(
                new HubId("hubnity"),
                "Hubnity",
                "/hubnity",
                List.of(),
                KEYS,
                List.of(scopes),
                Map.of(),
                new AccessRules(null),
                null,
                List.of(),
                new ErrorDialect("application/json", Map.of(), Map.of()),
                null,
                List.of());
    }

    private static ErrorDialect hubnityErrors() {
        return new ErrorDialect(
                "application/json",
                Map.of("code", "{code}"),
                Map.of(
                        Refusal.INVALID, new Form(null, "HUB-API-401", null, null),
                        Refusal.INSUFFICIENT_SCOPE, new Form(null, "HUB-API-403", null, null)));
    }

    private static RateLimits limits(CountedPer countedPer, long perMinute) {
        return new RateLimits(
                countedPer,
                List.of(new Window(perMinute, Duration.ofMinutes(1), perMinute)),
                HeaderStyle.X_RATELIMIT_UNIX);
    }
}
