package io.keyledger.server.controlplane.hub;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.Scope;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A hub, as far as admins choose from it.
 *
 * @param version of the profile that judges now, from 1
 * @param keyPrefix what its secrets start with, without the underscore
 * @param rotationGrace how long an old secret is accepted when a rotation names no grace
 * @param plans each with its entitlements
 * @param limits of plans that have none of their own; absent when nothing is limited
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HubAnswer(
        String id,
        String title,
        int version,
        String basePath,
        List<String> hosts,
        String keyPrefix,
        Duration rotationGrace,
        Duration longestGrace,
        List<ScopeAnswer> scopes,
        Map<String, List<String>> plans,
        @Nullable LimitsAnswer limits) {

    static HubAnswer of(CompiledProfile published) {
        HubProfile profile = published.source();
        RateLimits limits = profile.limits();
        return new HubAnswer(
                profile.hub().value(),
                profile.title(),
                published.version(),
                profile.basePath(),
                profile.hosts(),
                profile.keys().prefix(),
                profile.keys().rotationGrace(),
                profile.keys().longestGrace(),
                profile.scopes().stream().map(ScopeAnswer::of).toList(),
                plans(profile),
                limits == null ? null : LimitsAnswer.of(limits));
    }

    private static Map<String, List<String>> plans(HubProfile profile) {
        Map<String, List<String>> plans = new TreeMap<>();
        profile.plans().forEach((name, plan) -> plans.put(name, entitlements(plan)));
        return plans;
    }

    private static List<String> entitlements(Plan plan) {
        return List.copyOf(plan.entitlements());
    }

    /** A scope, with what it lets a client do. */
    record ScopeAnswer(String name, String description) {

        static ScopeAnswer of(Scope scope) {
            return new ScopeAnswer(scope.name(), scope.description());
        }
    }
}
