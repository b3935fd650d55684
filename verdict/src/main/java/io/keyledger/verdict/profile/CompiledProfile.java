package io.keyledger.verdict.profile;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A hub profile, made ready to judge. Immutable; equal content gives equal verdicts. */
public final class CompiledProfile {

    private final HubProfile profile;
    private final int version;
    private final long position;
    private final RouteTable routes;
    private final ContainerRoutes containers;
    private final ScopeRules scopes;
    private final Map<String, PlanTerms> plans = new HashMap<>();
    private final RefusalAnswers refusals;

    private CompiledProfile(HubProfile profile, int version, long position) {
        this.profile = profile;
        this.version = version;
        this.position = position;
        this.routes = new RouteTable(profile.routes());
        this.containers = ContainerRoutes.of(profile);
        this.scopes = new ScopeRules(profile.scopes());
        this.refusals = RefusalAnswers.of(profile);
        profile.plans().forEach((name, plan) -> plans.put(name, PlanTerms.of(plan, profile)));
    }

    /**
     * Compiles a profile.
     *
     * @param version the published version, from 1
     * @param position of the ledger entry that published it
     * @throws IllegalArgumentException when a route's pattern is none; the message says why
     */
    public static CompiledProfile compile(HubProfile profile, int version, long position) {
        return new CompiledProfile(profile, version, position);
    }

    public HubProfile source() {
        return profile;
    }

    public String hub() {
        return profile.hub().value();
    }

    public int version() {
        return version;
    }

    public long position() {
        return position;
    }

    /**
     * Whether a workspace on this plan has access; never so on a plan that the hub does not have.
     */
    public boolean entitles(String plan) {
        return terms(plan).entitled();
    }

    /** The limits that hold on this plan; null when there are none. */
    public @Nullable RateLimits limits(String plan) {
        return terms(plan).limits();
    }

    /**
     * The first declared route that a request matches. HEAD is judged as GET unless a HEAD route
     * matches (RFC 9110 §9.3.2).
     *
     * @param path in the hub's own terms; a query is cut off
     * @return null when there is none, or when the path is one that software may read in different
     *     ways: dot segments, empty segments, encoded slashes and the like
     */
    public @Nullable Route route(String method, String path) {
        return routes.match(method, path);
    }

    /**
     * Whether somebody with these scopes may do what needs {@code required}: it or one that implies
     * it is among them. A scope that the hub does not have is never satisfied.
     */
    public boolean satisfied(Set<String> granted, String required) {
        return scopes.satisfied(granted, required);
    }

    /**
     * Whether a route leads into the container that a filter is bound to, and into no other.
     *
     * @param route that {@code path} matched
     */
    public boolean leadsInto(AccessFilter filter, Route route, String path) {
        return containers.leadInto(filter, route, path);
    }

    /** How this hub words its refusals. */
    public RefusalAnswers refusals() {
        return refusals;
    }

    private PlanTerms terms(String plan) {
        return plans.getOrDefault(plan, PlanTerms.NONE);
    }
}
