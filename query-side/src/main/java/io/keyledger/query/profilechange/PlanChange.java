package io.keyledger.query.profilechange;

import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan that stays and gives something else. */
public record PlanChange(String plan, Terms before, Terms after) {

    /**
     * What a plan comes down to.
     *
     * @param access whether its workspaces' credentials are accepted
     * @param limits null when nothing is limited
     */
    public record Terms(boolean access, List<String> entitlements, @Nullable RateLimits limits) {

        public Terms {
            entitlements = List.copyOf(entitlements);
        }

        static Terms of(String name, Plan plan, CompiledProfile profile) {
            return new Terms(
                    profile.entitles(name),
                    plan.entitlements().stream().sorted().toList(),
                    profile.limits(name));
        }
    }

    static List<PlanChange> between(CompiledProfile before, CompiledProfile after) {
        Map<String, Plan> kept = after.source().plans();
        return before.source().plans().entrySet().stream()
                .filter(plan -> kept.containsKey(plan.getKey()))
                .map(plan -> of(plan.getKey(), plan.getValue(), before, after))
                .filter(change -> !change.before.equals(change.after))
                .toList();
    }

    private static PlanChange of(
            String name, Plan plan, CompiledProfile before, CompiledProfile after) {
        Plan kept = Objects.requireNonNull(after.source().plans().get(name));
        return new PlanChange(name, Terms.of(name, plan, before), Terms.of(name, kept, after));
    }
}
