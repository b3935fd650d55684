package io.keyledger.command.grant;

import static io.keyledger.api.oauthapp.ClientType.PUBLIC;
import static io.keyledger.api.rejection.RejectionReason.APP_IS_PUBLIC;
import static io.keyledger.api.rejection.RejectionReason.CODE_EXPIRED;
import static io.keyledger.api.rejection.RejectionReason.GRANT_ENDED;
import static io.keyledger.api.rejection.RejectionReason.GRANT_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.GRANT_OF_OTHER_APP;
import static io.keyledger.api.rejection.RejectionReason.MEMBER_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.REFRESH_TOKEN_EXPIRED;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Digest;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.account.Accounts;
import io.keyledger.command.policy.Rejection;
import java.time.Instant;
import java.util.Optional;

/**
 * A grant is one app's, for one person in one workspace, until it ends; and its end is for good.
 */
final class LifecyclePolicy {

    private LifecyclePolicy() {}

    /** Whoever comes with the same code or token asks again; nobody else can know it. */
    static Optional<Rejection> begunWith(Digest first, Digest presented) {
        return Rejection.when(!first.equals(presented), GRANT_ID_TAKEN);
    }

    /** Whoever has a public app could ask for its tokens (RFC 6749 §4.4). */
    static Optional<Rejection> actsForItself(ClientType type) {
        return Rejection.when(type == PUBLIC, APP_IS_PUBLIC);
    }

    static Optional<Rejection> notEnded(boolean ended) {
        return Rejection.when(ended, GRANT_ENDED);
    }

    static Optional<Rejection> givenTo(OAuthAppId app, OAuthAppId presenting) {
        return Rejection.when(!app.equals(presenting), GRANT_OF_OTHER_APP);
    }

    static Optional<Rejection> member(AccountId account, WorkspaceId workspace, Accounts accounts) {
        boolean stranger = !accounts.isMember(account, workspace);
        return Rejection.when(stranger, MEMBER_UNKNOWN, "account", account);
    }

    static Optional<Rejection> codeLives(GrantApproved approval, Instant now) {
        return Rejection.when(!now.isBefore(approval.codeExpiresAt()), CODE_EXPIRED);
    }

    static Optional<Rejection> refreshable(Tokens tokens, Instant now) {
        return Rejection.when(!tokens.isRefreshable(now), REFRESH_TOKEN_EXPIRED);
    }
}
