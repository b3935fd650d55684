package io.keyledger.server.controlplane.hub;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.query.profilechange.Affected;
import io.keyledger.query.profilechange.PlanChange;
import io.keyledger.query.profilechange.RouteChange;
import io.keyledger.query.profilechange.ScopeMeaning;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a profile would change. Nothing was changed.
 *
 * @param changes whether it would be published at all: the same profile changes nothing
 * @param version that judges now; null for a hub that there is not yet
 * @param fields of the profile that would not be the same
 * @param routes requests that would be judged by another rule, as many as are listed
 * @param routeChanges how many there are of them
 * @param keysLosingScopes keys that can be used now and hold a scope that would be gone
 * @param workspacesLosingPlan workspaces on a plan that would be gone: no access
 * @param workspacesLosingAccess workspaces on a plan that stays, without API access
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewAnswer(
        String hub,
        boolean dryRun,
        boolean changes,
        @Nullable Integer version,
        List<String> fields,
        Named scopes,
        List<ScopeMeaning> scopeMeanings,
        Named plans,
        List<PlanAnswer> planChanges,
        int routeChanges,
        List<RouteAnswer> routes,
        Affected<Affected.Key> keysLosingScopes,
        Affected<Affected.Workspace> workspacesLosingPlan,
        Affected<Affected.Workspace> workspacesLosingAccess)
        implements PublicationAnswer {

    /** Names that would come and go. */
    record Named(List<String> added, List<String> removed) {}

    /** A plan that stays and gives something else. */
    record PlanAnswer(String plan, TermsAnswer before, TermsAnswer after) {

        static PlanAnswer of(PlanChange change) {
            return new PlanAnswer(
                    change.plan(), TermsAnswer.of(change.before()), TermsAnswer.of(change.after()));
        }
    }

    /** What a plan gives. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermsAnswer(boolean access, List<String> entitlements, @Nullable LimitsAnswer limits) {

        static TermsAnswer of(PlanChange.Terms terms) {
            RateLimits limits = terms.limits();
            return new TermsAnswer(
                    terms.access(),
                    terms.entitlements(),
                    limits == null ? null : LimitsAnswer.of(limits));
        }
    }

    /**
     * Requests that would be judged by another rule.
     *
     * @param effect {@code opened}, {@code closed} or {@code changed}
     * @param path {@code *} stands for any one segment, {@code **} for more of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RouteAnswer(
            String effect,
            List<String> methods,
            String path,
            RouteChange.@Nullable Rule before,
            RouteChange.@Nullable Rule after) {

        static RouteAnswer of(RouteChange change) {
            return new RouteAnswer(
                    change.effect().name().toLowerCase(Locale.ROOT),
                    change.methods(),
                    change.path(),
                    change.before(),
                    change.after());
        }
    }
}
