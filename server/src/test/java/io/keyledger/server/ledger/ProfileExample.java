package io.keyledger.server.ledger;

import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.Refusal;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.hub.SecretVisibility;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A profile that uses everything a profile can say. */
final class ProfileExample {

    private ProfileExample() {}

    static HubProfile hubnity() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("status", "In this status");
        query.put("page", "Which page, from 1");
        return hubnity(query);
    }

    /** As it was before collections said what their lists understand. */
    static HubProfile hubnityWithoutQuery() {
        return hubnity(Map.of());
    }

    private static HubProfile hubnity(Map<String, String> query) {
        return new HubProfile(
                new HubId("hubnity"),
                "Hubnity",
                "/hubnity",
                List.of("api.hubnity.example"),
                new KeyRules(
                        "hbn",
                        "API key",
                        SecretVisibility.SHOWN_ONCE,
                        Duration.ofHours(24),
                        Duration.ofDays(30)),
                scopes(),
                plans(),
                new AccessRules("api-access"),
                hourly(100),
                List.of(
                        new Route("GET", "/v1/members", "members:read", 1),
                        new Route("ANY", "/v1/health/**", null, 0)),
                dialect(),
                oauth(),
                List.of(new RowCollection("leads", "campaign", "campaign", query)));
    }

    private static List<Scope> scopes() {
        return List.of(
                new Scope("members:read", "See members", Set.of()),
                new Scope(
                        "members:write",
                        "Change members",
                        new LinkedHashSet<>(List.of("members:read", "audit:write"))));
    }

    private static Map<String, Plan> plans() {
        Map<String, Plan> plans = new LinkedHashMap<>();
        plans.put("free", new Plan(Set.of(), null));
        plans.put("business", new Plan(Set.of("api-access"), hourly(5_000)));
        return plans;
    }

    private static RateLimits hourly(long requests) {
        return new RateLimits(
                RateLimits.CountedPer.WORKSPACE,
                List.of(new RateLimits.Window(requests, Duration.ofHours(1), 20)),
                RateLimits.HeaderStyle.X_RATELIMIT_UNIX);
    }

    private static ErrorDialect dialect() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", "{text}");
        error.put("code", "{code}");
        error.put("details", List.of(Map.of("scope", "{scope}")));
        Map<Refusal, ErrorDialect.Form> forms = new LinkedHashMap<>();
        forms.put(Refusal.RATE_LIMITED, new ErrorDialect.Form(420, "SLOW", "Slow down", null));
        forms.put(
                Refusal.INVALID,
                new ErrorDialect.Form(null, "HUB-API-401", null, Map.of("retry", false)));
        return new ErrorDialect("application/json", Map.of("error", error), forms);
    }

    private static OAuthRules oauth() {
        return new OAuthRules(
                "/oauth/authorize",
                "/v1/oauth/token",
                new OAuthRules.ScopeAlias(".", ":"),
                true,
                false,
                OAuthRules.AccessTokenFormat.JWT,
                Duration.ofMinutes(15),
                Duration.ofDays(14),
                Duration.ofDays(90));
    }
}
