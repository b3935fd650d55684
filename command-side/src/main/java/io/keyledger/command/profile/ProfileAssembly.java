package io.keyledger.command.profile;

import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.hub.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts a profile together from its sections. A section that breaks the schema is left out, so that
 * the mistakes of all others are told in the same run.
 */
final class ProfileAssembly {

    /** First segments of paths that Keyledger itself answers on the same port. */
    private static final Set<String> OWN_PATHS =
            Set.of(
                    "/actuator",
                    "/assets",
                    "/console",
                    "/docs",
                    "/error",
                    "/healthz",
                    "/login",
                    "/logout",
                    "/oauth2",
                    "/v1",
                    "/webjars");

    private final Part root;
    private final Set<String> broken;

    ProfileAssembly(Part root, Set<String> broken) {
        this.root = root;
        this.broken = broken;
    }

    /** Empty when a section is broken; what is read may still have been complained about. */
    Optional<HubProfile> assemble() {
        refuseOwnPath();
        Set<String> scopeNames = root.field("scopes").fields().keySet();
        List<Scope> scopes = read("scopes", List.of(), ScopesReader::read);
        @Nullable RateLimits limits = readOptional("limits", LimitsReader::ofHub);
        Map<String, Plan> plans = plans();
        AccessRules access = access(plans);
        List<RouteLine> routes =
                read("routes", List.of(), part -> RoutesReader.read(part, scopeNames));
        BudgetChecks.check(routes, limits, plans.values());
        ErrorDialect errors = ErrorsReader.read(soundOrEmpty("errors"));
        @Nullable OAuthRules oauth =
                readOptional("oauth", part -> OAuthReader.read(part, scopeNames));
        List<RowCollection> collections =
                CollectionsReader.read(soundOrEmpty("collections"), allOrNone(routes));
        @Nullable KeyRules keys = readOptional("keys", KeysReader::read);
        if (!broken.isEmpty() || keys == null) {
            return Optional.empty();
        }
        return Optional.of(
                new HubProfile(
                        new HubId(root.text("hub")),
                        root.text("title"),
                        root.text("base-path"),
                        root.texts("hosts"),
                        keys,
                        scopes,
                        plans,
                        access,
                        limits,
                        routes.stream().map(RouteLine::route).toList(),
                        errors,
                        oauth,
                        collections));
    }

    /** Without some of the routes nobody can tell what the route table lacks. */
    private List<RouteLine> allOrNone(List<RouteLine> routes) {
        return routes.size() == root.field("routes").items().size() ? routes : List.of();
    }

    private void refuseOwnPath() {
        String basePath = root.textOr("base-path", "");
        boolean admin = basePath.equals("/admin") && !root.textOr("hub", "").equals("keyledger");
        if (admin || OWN_PATHS.contains(basePath)) {
            root.field("base-path")
                    .complain(
                            "cannot be '"
                                    + basePath
                                    + "': Keyledger itself answers there."
                                    + " Choose another, such as the hub's id.");
        }
    }

    private Map<String, Plan> plans() {
        Part limits = root.field("limits");
        boolean sound = isSound("limits") || !limits.isThere();
        return sound ? read("plans", Map.of(), part -> PlansReader.read(part, limits)) : Map.of();
    }

    private AccessRules access(Map<String, Plan> plans) {
        boolean judgeable = isSound("access") && !plans.isEmpty();
        return judgeable ? PlansReader.access(root.field("access"), plans) : new AccessRules(null);
    }

    private <T> T read(String section, T otherwise, Function<Part, T> reader) {
        return isSound(section) ? reader.apply(root.field(section)) : otherwise;
    }

    private <T> @Nullable T readOptional(String section, Function<Part, @Nullable T> reader) {
        return isSound(section) ? reader.apply(root.field(section)) : null;
    }

    private Part soundOrEmpty(String section) {
        return isSound(section) ? root.field(section) : root.field("");
    }

    private boolean isSound(String section) {
        return root.has(section) && !broken.contains(section);
    }
}
