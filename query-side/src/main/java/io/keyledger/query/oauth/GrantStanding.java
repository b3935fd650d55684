package io.keyledger.query.oauth;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a grant stands.
 *
 * @param account that the app acts for; null when it acts for itself
 * @param scopes as granted
 * @param boundKey the thumbprint of the DPoP key that its code, or its only token, is bound to
 * @param endsAt the first instant at which it is over
 * @param ended whether it was revoked, its app deleted, or its person taken out of the workspace
 */
public record GrantStanding(
        GrantId grant,
        HubId hub,
        OAuthAppId app,
        @Nullable AccountId account,
        WorkspaceId workspace,
        List<String> scopes,
        @Nullable String boundKey,
        Instant endsAt,
        boolean ended) {

    public GrantStanding {
        scopes = List.copyOf(scopes);
    }
}
