package io.keyledger.command.profile;

import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.hub.OAuthRules.AccessTokenFormat;
import io.keyledger.api.hub.OAuthRules.ScopeAlias;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a hub speaks OAuth. */
final class OAuthReader {

    private OAuthReader() {}

    static OAuthRules read(Part oauth, Set<String> scopes) {
        Part access = oauth.field("access-token");
        Part refresh = oauth.field("refresh-token");
        OAuthRules rules =
                new OAuthRules(
                        oauth.text("authorize"),
                        oauth.text("token"),
                        alias(oauth.field("scope-alias"), scopes),
                        oauth.isTrue("workspace-selection"),
                        oauth.textOr("pkce", "required").equals("required-of-public-clients"),
                        Choice.of(AccessTokenFormat.class, access.textOr("format", "opaque")),
                        access.durationOr("lifetime", "PT1H"),
                        refresh.durationOr("idle", "P30D"),
                        refresh.durationOr("absolute", "P365D"));
        if (rules.authorizePath().equals(rules.tokenPath())) {
            oauth.field("token").complain("is the path of authorize. Give it one of its own.");
        }
        refuseZero(access.field("lifetime"), rules.accessTokenLifetime());
        refuseZero(refresh.field("idle"), rules.refreshTokenIdle());
        if (rules.refreshTokenIdle().compareTo(rules.refreshTokenAbsolute()) > 0) {
            refresh.complainOfField(
                    "has an idle time that is longer than the absolute one ("
                            + refresh.textOr("absolute", "P365D when it is left out")
                            + "). Shorten idle or lengthen absolute.");
        }
        return rules;
    }

    private static void refuseZero(Part lifetime, Duration duration) {
        if (duration.isZero()) {
            lifetime.complain("is zero: no token would ever be valid. Write PT1H for an hour.");
        }
    }

    private static @Nullable ScopeAlias alias(Part part, Set<String> scopes) {
        if (!part.isThere()) {
            return null;
        }
        ScopeAlias alias = new ScopeAlias(part.text("from"), part.text("to"));
        Map<String, String> meanings = new HashMap<>();
        for (String scope : scopes) {
            String spelled = scope.replace(alias.to(), alias.from());
            @Nullable String other = meanings.putIfAbsent(spelled, scope);
            if (other != null) {
                part.complainOfField(
                        "makes '"
                                + spelled
                                + "' mean both '"
                                + other
                                + "' and '"
                                + scope
                                + "'. Choose another spelling.");
            }
        }
        return alias;
    }
}
