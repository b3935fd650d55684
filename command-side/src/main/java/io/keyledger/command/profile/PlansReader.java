package io.keyledger.command.profile;

import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.Plan;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the plans, and what a plan must hold for access. */
final class PlansReader {

    private PlansReader() {}

    static Map<String, Plan> read(Part plans, Part hubLimits) {
        Map<String, Plan> read = new LinkedHashMap<>();
        plans.fields().forEach((name, part) -> read.put(name, plan(part, hubLimits)));
        return read;
    }

    private static Plan plan(Part plan, Part hubLimits) {
        Set<String> entitlements = new LinkedHashSet<>(plan.texts("entitlements"));
        if (plan.has("limits")) {
            return new Plan(entitlements, LimitsReader.ofPlan(plan.field("limits"), hubLimits));
        }
        if (hubLimits.isThere() && !hubLimits.has("windows")) {
            plan.complainOfField(
                    "has no limits, and the hub's limits have no windows. Give the plan limits:"
                            + " {windows: [60/minute]}, or {windows: []} when nothing limits it.");
        }
        return new Plan(entitlements, null);
    }

    static AccessRules access(Part access, Map<String, Plan> plans) {
        @Nullable String required = access.textOrNull("requires-entitlement");
        Set<String> held = new TreeSet<>();
        plans.values().forEach(plan -> held.addAll(plan.entitlements()));
        if (required != null && !held.contains(required)) {
            access.field("requires-entitlement")
                    .complain(
                            "is '"
                                    + required
                                    + "', which no plan holds, so that nobody would have access. "
                                    + cure(held, required));
        }
        return new AccessRules(required, access.isTrue("https-only"));
    }

    private static String cure(Set<String> held, String required) {
        return held.isEmpty()
                ? "Add it to the entitlements of a plan."
                : DidYouMean.among(held, required, "The entitlements are");
    }
}
