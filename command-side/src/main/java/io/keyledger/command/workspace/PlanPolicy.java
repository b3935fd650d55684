package io.keyledger.command.workspace;

import static io.keyledger.api.rejection.RejectionReason.PLAN_UNKNOWN;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;

/** A workspace is on a plan that its hub has now. */
final class PlanPolicy {

    private PlanPolicy() {}

    static Optional<Rejection> offered(String plan, HubProfile profile) {
        return Rejection.when(profile.plan(plan).isEmpty(), PLAN_UNKNOWN, "plan", plan);
    }
}
