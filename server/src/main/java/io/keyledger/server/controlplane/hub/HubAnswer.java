package io.keyledger.server.controlplane.hub;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A hub, as far as admins choose from it.
 *
 * @param keyPrefix what its secrets start with, without the underscore
 * @param rotationGrace how long an old secret is accepted when a rotation names no grace
 * @param plans each with its entitlements
 */
record HubAnswer(
        String id,
        String title,
        String basePath,
        String keyPrefix,
        Duration rotationGrace,
        Duration longestGrace,
        List<ScopeAnswer> scopes,
        Map<String, List<String>> plans) {

    static HubAnswer of(HubProfile profile) {
        return new HubAnswer(
                profile.hub().value(),
                profile.title(),
                profile.basePath(),
                profile.keys().prefix(),
                profile.keys().rotationGrace(),
                profile.keys().longestGrace(),
                profile.scopes().stream().map(ScopeAnswer::of).toList(),
                plans(profile));
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
