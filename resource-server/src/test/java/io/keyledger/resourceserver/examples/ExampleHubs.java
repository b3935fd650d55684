package io.keyledger.resourceserver.examples;

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
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hubs that differ in whatever a starter must tell apart. */
public final class ExampleHubs {

    private ExampleHubs() {}

    /** Has parts, Unix-time headers and a dialect of its own. */
    public static CompiledProfile acme(int version) {
        return CompiledProfile.compile(acmeProfile("v" + version), version, version);
    }

    private static HubProfile acmeProfile(String wording) {
        RateLimits limits =
                new RateLimits(
                        CountedPer.CREDENTIAL,
                        List.of(new Window(60, Duration.ofMinutes(1), 100)),
                        HeaderStyle.X_RATELIMIT_UNIX);
        return profile(
                "acme",
                limits,
                new ErrorDialect(
                        "application/json",
                        Map.of("code", "{code}", "message", "{text}"),
                        Map.of(
                                Refusal.INVALID,
                                new Form(null, "bad-key", "Bad key, says " + wording + ".", null),
                                Refusal.UNAVAILABLE,
                                new Form(null, "away", "Back in {retry-after} s.", null),
                                Refusal.VALIDATION,
                                new Form(
                                        null,
                                        "refused",
                                        "No.",
                                        Map.of("code", "{code}", "errors", "{errors}")))));
    }

    /** Has the same routes, the engine's own words and no limits. */
    public static CompiledProfile plain() {
        return CompiledProfile.compile(
                profile(
                        "plain",
                        null,
                        new ErrorDialect("application/problem+json", Map.of(), Map.of())),
                1,
                1);
    }

    /** Is served over HTTPS only. */
    public static CompiledProfile guarded() {
        return CompiledProfile.compile(
                profile(
                        "guarded",
                        null,
                        new ErrorDialect(
                                "application/json",
                                Map.of("code", "{code}"),
                                Map.of(Refusal.INSECURE, new Form(null, "use-https", null, null))),
                        new AccessRules(null, true)),
                1,
                1);
    }

    private static HubProfile profile(String id, @Nullable RateLimits limits, ErrorDialect errors) {
        return profile(id, limits, errors, new AccessRules(null));
    }

    private static HubProfile profile(
            String id, @Nullable RateLimits limits, ErrorDialect errors, AccessRules access) {
        return new HubProfile(
                new HubId(id),
                "Hub " + id,
                "/" + id,
                List.of(),
                new KeyRules(
                        id,
                        "API key",
                        SecretVisibility.SHOWN_ONCE,
                        Duration.ZERO,
                        Duration.ofDays(30)),
                List.of(
                        new Scope("parts:read", "See parts", Set.of()),
                        new Scope("parts:write", "Change parts", Set.of("parts:read")),
                        new Scope("parts:audit", "See who changed parts", Set.of())),
                Map.of("paid", new Plan(Set.of(), null)),
                access,
                limits,
                List.of(
                        new Route("GET", "/v1/parts", "parts:read", 1),
                        new Route("POST", "/v1/parts", "parts:write", 1),
                        new Route("GET", "/v1/parts/{part}", "parts:read", 1),
                        new Route("GET", "/v1/audit", "parts:read", 1),
                        new Route("GET", "/v1/broken", null, 1),
                        new Route("GET", "/v1/whoami", null, 1),
                        new Route("GET", "/v1/nowhere", null, 1)),
                errors,
                null,
                List.of(new RowCollection("parts", "shelf", "shelf")));
    }
}
