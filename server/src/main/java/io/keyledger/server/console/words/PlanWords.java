package io.keyledger.server.console.words;

import io.keyledger.api.hub.Plan;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;

/**
 * What a plan gives to the workspaces that are on it.
 *
 * @param access whether their credentials are accepted at all
 * @param accessInWords the same as a sentence
 * @param limits each in a line of its own
 * @param entitlements by their names, in order
 */
public record PlanWords(
        String plan,
        boolean access,
        String accessInWords,
        List<String> limits,
        List<String> entitlements) {

    public PlanWords {
        limits = List.copyOf(limits);
        entitlements = List.copyOf(entitlements);
    }

    /** A plan by the rules that judge now; it may be one that the hub no longer has. */
    public static PlanWords of(String plan, CompiledProfile hub) {
        boolean access = hub.entitles(plan);
        boolean known = hub.source().plan(plan).isPresent();
        return new PlanWords(
                plan,
                access,
                access ? "This plan has API access." : refusal(known),
                LimitWords.of(hub.limits(plan)),
                hub.source().plan(plan).map(PlanWords::entitlements).orElse(List.of()));
    }

    /** All plans of a hub, in its own order. */
    public static List<PlanWords> all(CompiledProfile hub) {
        return hub.source().plans().keySet().stream().map(it -> of(it, hub)).toList();
    }

    private static String refusal(boolean known) {
        return known
                ? "This plan has no API access: every request is refused."
                : "The hub no longer has this plan: every request is refused.";
    }

    private static List<String> entitlements(Plan plan) {
        return plan.entitlements().stream().sorted().toList();
    }
}
