package io.keyledger.server.oauth.token;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.OAuthRules;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.oauth.GrantStanding;
import io.keyledger.query.oauth.OAuthAppStanding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who an access token is for.
 *
 * @param account that the app acts for; null when it acts for itself
 * @param endsAt the first instant at which no token of the grant lives; null when it has only one
 */
record TokenBearer(
        OAuthAppId app,
        @Nullable AccountId account,
        WorkspaceId workspace,
        @Nullable Instant endsAt) {

    static TokenBearer of(GrantStanding grant) {
        return new TokenBearer(grant.app(), grant.account(), grant.workspace(), grant.endsAt());
    }

    /** An app that acts for itself. */
    static TokenBearer of(OAuthAppStanding app) {
        return new TokenBearer(app.app(), null, app.workspace(), null);
    }

    /** When a token ends that is issued now: with its grant, at the latest. */
    Instant end(Instant now, OAuthRules rules) {
        Instant end = now.plus(rules.accessTokenLifetime());
        return endsAt == null || end.isBefore(endsAt) ? end : endsAt;
    }

    /** The {@code sub} of its tokens. No person's id looks like an app's. */
    String subject() {
        return account == null ? app.value() : account.value();
    }
}
