package io.keyledger.api.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything Keyledger knows of one hub. A profile is data: it is written as YAML, published as an
 * event, and compiled before it judges a request. Two profiles with equal content are equal.
 *
 * @param basePath where the hub's surface stands when no gateway is in front, such as {@code
 *     /hubnity}; starts with a slash and does not end with one
 * @param hosts host names by which a gateway may address the hub; may be empty
 * @param access what a workspace must have before any of its credentials is accepted
 * @param limits the limits of plans that declare none of their own; null when unlimited
 * @param routes in order: the first that matches decides, anything else is unknown
 * @param oauth null when the hub has no OAuth
 * @param collections the collections whose rows an access filter may narrow; may be empty
 */
public record HubProfile(
        HubId hub,
        String title,
        String basePath,
        List<String> hosts,
        KeyRules keys,
        List<Scope> scopes,
        Map<String, Plan> plans,
        AccessRules access,
        @Nullable RateLimits limits,
        List<Route> routes,
        ErrorDialect errors,
        @Nullable OAuthRules oauth,
        List<RowCollection> collections) {

    public HubProfile {
        hosts = List.copyOf(hosts);
        scopes = List.copyOf(scopes);
        plans = Ordered.copyOf(plans);
        routes = List.copyOf(routes);
        collections = List.copyOf(collections);
    }

    /** Finds a scope of the catalogue by its exact name. */
    public Optional<Scope> scope(String name) {
        return scopes.stream().filter(scope -> scope.name().equals(name)).findFirst();
    }

    /** Finds a plan by its exact name. */
    public Optional<Plan> plan(String name) {
        return Optional.ofNullable(plans.get(name));
    }
}
