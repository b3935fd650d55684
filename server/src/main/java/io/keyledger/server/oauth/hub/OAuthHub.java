package io.keyledger.server.oauth.hub;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.OAuthRules;
import java.util.Optional;

/**
 * A hub that speaks OAuth, as its current profile has it. Paths are below the hub's base path; URLs
 * are whole.
 *
 * @param issuer names the hub's authorization server (RFC 8414 §2): its base path at this service
 */
public record OAuthHub(HubProfile profile, OAuthRules rules, String issuer) {

    public static final String WELL_KNOWN = "/.well-known/";
    public static final String METADATA = WELL_KNOWN + "oauth-authorization-server";
    public static final String JWKS = WELL_KNOWN + "jwks.json";

    /** Nothing when the hub does not offer OAuth. */
    static Optional<OAuthHub> of(HubProfile profile, PublicUrl publicUrl) {
        return Optional.ofNullable(profile.oauth())
                .map(rules -> new OAuthHub(profile, rules, publicUrl.value() + profile.basePath()));
    }

    public HubId id() {
        return profile.hub();
    }

    public String authorizePath() {
        return rules.authorizePath();
    }

    public String tokenPath() {
        return rules.tokenPath();
    }

    public String revocationPath() {
        return besideToken("revoke");
    }

    public String introspectionPath() {
        return besideToken("introspect");
    }

    public String parPath() {
        return besideToken("par");
    }

    /** The whole URL of one of the paths. */
    public String url(String path) {
        return issuer + path;
    }

    /** How apps write this hub's scopes. */
    public ScopeSpelling spelling() {
        return new ScopeSpelling(profile);
    }

    /** Where something for people stands: in the folder of the authorization endpoint. */
    public String besideAuthorize(String name) {
        return authorizePath().substring(0, authorizePath().lastIndexOf('/') + 1) + name;
    }

    /** The authorization endpoint as seen from that folder. */
    public String authorizeName() {
        return authorizePath().substring(authorizePath().lastIndexOf('/') + 1);
    }

    private String besideToken(String name) {
        return tokenPath().substring(0, tokenPath().lastIndexOf('/') + 1) + name;
    }
}
