package io.keyledger.verdict;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.Route;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimiter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one function that decides, for live requests and for questions about the past alike. The
 * order of its checks is part of the API: a request that fails several gets the verdict of the
 * first, so that an answer tells no more than its reader may know, and nothing is spent before all
 * else has passed.
 */
public final class Decision {

    private static final int UNDECLARED_COST = 1;

    private Decision() {}

    /**
     * Judges a request.
     *
     * <p>The order: known to the hub that was asked for · not revoked · not expired · bound to no
     * other key than the request proves, nor to none when it proves one · workspace not suspended ·
     * plan entitled · address allowed · route known · scopes held · budget left. The route is
     * judged only when method and path are both given.
     *
     * <p>To a filtered credential, routes that do not lead into its container do not exist.
     *
     * <p>A request that costs 0 is told whether one more would be admitted, and spends nothing. A
     * route that costs 0 is not limited.
     *
     * @param credential null when there is none with this secret
     * @param standing of the credential's workspace; null when there is none
     * @param profile of the workspace's hub; null when there is none, which entitles to nothing
     * @param nowMillis the instant to judge by, in milliseconds since the epoch
     * @param limiter is asked last and at most once; for a request that is refused anyway it is
     *     asked without spending, and only when the hub tells its budgets with every answer
     */
    public static Verdict decide(
            @Nullable Credential credential,
            @Nullable WorkspaceStanding standing,
            @Nullable CompiledProfile profile,
            VerificationRequest request,
            long nowMillis,
            RateLimiter limiter) {
        if (credential == null || standing == null || !concerns(request, standing)) {
            return Verdict.NOT_FOUND;
        }
        VerdictCode credentialFault = fault(credential, request, nowMillis);
        if (credentialFault != null) {
            return new Verdict(credentialFault, credential, standing, profile, null, null);
        }
        if (standing.suspended()) {
            return refused(VerdictCode.SUSPENDED, credential, standing, profile, limiter);
        }
        if (profile == null || !profile.entitles(standing.plan())) {
            return refused(VerdictCode.FORBIDDEN_PLAN, credential, standing, profile, limiter);
        }
        if (!credential.addresses().admit(request.address())) {
            return refused(VerdictCode.FORBIDDEN_ADDRESS, credential, standing, profile, limiter);
        }
        return decideUse(credential, standing, profile, request, limiter);
    }

    /** What an accepted credential may be used for. */
    private static Verdict decideUse(
            Credential credential,
            WorkspaceStanding standing,
            CompiledProfile profile,
            VerificationRequest request,
            RateLimiter limiter) {
        String method = request.method();
        String path = request.path();
        Route route = null;
        if (method != null && path != null) {
            route = profile.route(method, path);
            if (route == null) {
                return refused(VerdictCode.ROUTE_UNKNOWN, credential, standing, profile, limiter);
            }
            AccessFilter filter = credential.filter();
            if (filter != null && !profile.leadsInto(filter, route, path)) {
                return refused(VerdictCode.ROUTE_UNKNOWN, credential, standing, profile, limiter);
            }
        }
        String missing = missingScope(credential, profile, route, request.scopes());
        if (missing != null) {
            return new Verdict(
                    VerdictCode.INSUFFICIENT_SCOPE,
                    credential,
                    standing,
                    profile,
                    missing,
                    told(credential, standing, profile, limiter));
        }
        BudgetState budget = spend(credential, standing, profile, route, request.cost(), limiter);
        VerdictCode code =
                budget == null || budget.admitted() ? VerdictCode.VALID : VerdictCode.RATE_LIMITED;
        return new Verdict(code, credential, standing, profile, null, budget);
    }

    private static boolean concerns(VerificationRequest request, WorkspaceStanding standing) {
        return request.hub() == null || request.hub().equals(standing.hub());
    }

    private static @Nullable VerdictCode fault(
            Credential credential, VerificationRequest request, long nowMillis) {
        if (credential.revoked()) {
            return VerdictCode.REVOKED;
        }
        if (nowMillis >= credential.validUntil()) {
            return VerdictCode.EXPIRED;
        }
        return Objects.equals(credential.boundKey(), request.provenKey())
                ? null
                : VerdictCode.PROOF_INVALID;
    }

    private static @Nullable String missingScope(
            Credential credential,
            CompiledProfile profile,
            @Nullable Route route,
            List<String> asked) {
        String required = route == null ? null : route.scope();
        if (required != null && !profile.satisfied(credential.scopes(), required)) {
            return required;
        }
        for (int i = 0; i < asked.size(); i++) {
            if (!profile.satisfied(credential.scopes(), asked.get(i))) {
                return asked.get(i);
            }
        }
        return null;
    }

    /** Null when nothing limits the request. */
    private static @Nullable BudgetState spend(
            Credential credential,
            WorkspaceStanding standing,
            CompiledProfile profile,
            @Nullable Route route,
            int cost,
            RateLimiter limiter) {
        int factor = route == null ? UNDECLARED_COST : route.cost();
        RateLimits limits = profile.limits(standing.plan());
        if (limits == null || factor == 0) {
            return null;
        }
        return limiter.spend(subject(limits, credential, standing), limits, (long) cost * factor);
    }

    /** Whose budget it is. Ids say what they name (ws_…, key_…), so no two can collide. */
    private static String subject(
            RateLimits limits, Credential credential, WorkspaceStanding standing) {
        return limits.countedPer() == CountedPer.WORKSPACE
                ? standing.workspace()
                : credential.holder();
    }

    private static Verdict refused(
            VerdictCode code,
            Credential credential,
            WorkspaceStanding standing,
            @Nullable CompiledProfile profile,
            RateLimiter limiter) {
        return new Verdict(
                code,
                credential,
                standing,
                profile,
                null,
                told(credential, standing, profile, limiter));
    }

    /**
     * The budget, spent from by nobody, for a hub that tells it with every answer to a credential
     * that is its own; null for others.
     */
    private static @Nullable BudgetState told(
            Credential credential,
            WorkspaceStanding standing,
            @Nullable CompiledProfile profile,
            RateLimiter limiter) {
        RateLimits limits = profile == null ? null : profile.limits(standing.plan());
        return limits == null || limits.headers() == HeaderStyle.NONE
                ? null
                : limiter.spend(subject(limits, credential, standing), limits, 0);
    }
}
