package io.keyledger.command.examples;

import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.hub.OAuthRules.AccessTokenFormat;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.hub.SecretVisibility;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small hub with three scopes, two plans, a grace of a day and at most a week. */
public final class ExampleHub {

    public static final HubId HUB = new HubId("example");
    public static final String PREFIX = "exa";
    public static final Duration GRACE = Duration.ofDays(1);
    public static final Duration LONGEST_GRACE = Duration.ofDays(7);
    public static final HubProfile PROFILE =
            profile(HUB, PREFIX, "read:members", "write:members", "read:projects");

    public static final Duration ACCESS_TOKEN_LIFETIME = Duration.ofHours(1);
    public static final Duration REFRESH_TOKEN_IDLE = Duration.ofDays(30);
    public static final Duration GRANT_LIFETIME = Duration.ofDays(365);

    /** The same, with OAuth. */
    public static final HubProfile WITH_OAUTH = withOAuth(PROFILE, true, GRANT_LIFETIME);

    /** The same, where every app needs PKCE. */
    public static final HubProfile WITH_PKCE_FOR_ALL = withOAuth(PROFILE, false, GRANT_LIFETIME);

    public static final Duration SHORT_GRANT_LIFETIME = Duration.ofMinutes(30);

    /** The same, where grants end before their tokens would. */
    public static final HubProfile WITH_SHORT_GRANTS =
            withOAuth(PROFILE, true, SHORT_GRANT_LIFETIME);

    /** The same, but for secrets that can be seen again. */
    public static final HubProfile RECOVERABLE =
            profile(
                    SecretVisibility.RECOVERABLE,
                    HUB,
                    PREFIX,
                    List.of(),
                    "read:members",
                    "write:members");

    private ExampleHub() {}

    public static HubProfile profile(HubId hub, String prefix, String... scopes) {
        return profile(SecretVisibility.SHOWN_ONCE, hub, prefix, List.of(), scopes);
    }

    /** The hub, with rows that keys can be bound to. */
    public static HubProfile withCollections(RowCollection... collections) {
        return profile(
                SecretVisibility.SHOWN_ONCE, HUB, PREFIX, List.of(collections), "read:members");
    }

    private static HubProfile withOAuth(
            HubProfile hub, boolean pkceOptional, Duration grantLifetime) {
        return new HubProfile(
                hub.hub(),
                hub.title(),
                hub.basePath(),
                hub.hosts(),
                hub.keys(),
                hub.scopes(),
                hub.plans(),
                hub.access(),
                hub.limits(),
                hub.routes(),
                hub.errors(),
                new OAuthRules(
                        "/oauth/authorize",
                        "/v1/oauth/token",
                        null,
                        false,
                        pkceOptional,
                        AccessTokenFormat.OPAQUE,
                        ACCESS_TOKEN_LIFETIME,
                        REFRESH_TOKEN_IDLE,
                        grantLifetime),
                hub.collections());
    }

    private static HubProfile profile(
            SecretVisibility secrets,
            HubId hub,
            String prefix,
            List<RowCollection> collections,
            String... scopes) {
        return new HubProfile(
                hub,
                "Example",
                "/" + hub,
                List.of(),
                new KeyRules(prefix, "API key", secrets, GRACE, LONGEST_GRACE),
                Arrays.stream(scopes).map(it -> new Scope(it, "For " + it, Set.of())).toList(),
                Map.of("team", new Plan(Set.of(), null), "free", new Plan(Set.of(), null)),
                new AccessRules(null),
                null,
                List.of(new Route("GET", "/v1/members", "read:members", 1)),
                new ErrorDialect("application/json", Map.of("code", "{code}"), Map.of()),
                null,
                collections);
    }
}
