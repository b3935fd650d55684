package io.keyledger.server.oauth.client;

import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Digest;
import io.keyledger.query.oauth.LiveAppSecret;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.server.oauth.digest.TokenDigests;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;

/** The live secrets of apps: the current one, and the one before while its grace lasts. */
final class ClientSecrets {

    private final OAuthAppDirectory apps;
    private final TokenDigests digests;
    private final Clock clock;

    ClientSecrets(OAuthAppDirectory apps, TokenDigests digests, Clock clock) {
        this.apps = apps;
        this.digests = digests;
        this.clock = clock;
    }

    /** Whether it is one of them. Every one is compared whole, in the same time. */
    boolean isLive(OAuthAppId app, String secret) {
        List<Digest> presented = digests.candidates(secret);
        if (presented.isEmpty()) {
            return false;
        }
        boolean live = false;
        for (LiveAppSecret known : apps.secretsOf(app, clock.instant())) {
            for (Digest candidate : presented) {
                live |= MessageDigest.isEqual(known.digest().bytes(), candidate.bytes());
            }
        }
        return live;
    }
}
