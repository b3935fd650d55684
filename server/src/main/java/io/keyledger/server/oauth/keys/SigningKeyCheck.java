package io.keyledger.server.oauth.keys;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.hub.OAuthRules.AccessTokenFormat;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Says at start that no signing key is there, where hubs need one. */
final class SigningKeyCheck implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeyCheck.class);

    private final SigningKeys keys;
    private final Supplier<List<HubProfile>> profiles;

    SigningKeyCheck(SigningKeys keys, Supplier<List<HubProfile>> profiles) {
        this.keys = keys;
        this.profiles = profiles;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> signing = hubsThatSign();
        if (keys.all().isEmpty() && !signing.isEmpty()) {
            LOG.warn(
                    "No signing key is configured, and these hubs have JWTs as access tokens: {}. Apps"
                            + " get none there from this node. {}",
                    signing,
                    SigningKeyFile.HOW_TO_MAKE_ONE);
        }
    }

    /** The hubs that need a key. */
    List<String> hubsThatSign() {
        return profiles.get().stream()
                .filter(SigningKeyCheck::signs)
                .map(profile -> profile.hub().value())
                .toList();
    }

    private static boolean signs(HubProfile profile) {
        OAuthRules rules = profile.oauth();
        return rules != null && rules.accessTokenFormat() == AccessTokenFormat.JWT;
    }
}
