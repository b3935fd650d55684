package io.keyledger.verdict.profile;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import org.jspecify.annotations.Nullable;

/**
 * What a plan comes down to in its hub.
 *
 * @param limits null when nothing is limited
 */
record PlanTerms(boolean entitled, @Nullable RateLimits limits) {

    /** The terms of a plan that the hub does not have, or no longer has. */
    static final PlanTerms NONE = new PlanTerms(false, null);

    static PlanTerms of(Plan plan, HubProfile profile) {
        String required = profile.access().requiresEntitlement();
        RateLimits limits = plan.limits() == null ? profile.limits() : plan.limits();
        return new PlanTerms(
                required == null || plan.entitlements().contains(required),
                limits == null || limits.windows().isEmpty() ? null : limits);
    }
}
