package io.keyledger.command.grant;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a grant remembers of its events, be they few or very many.
 *
 * <p>Written down as a snapshot: a change of what is in it, or of the meaning, is a new revision of
 * {@link Grant#SNAPSHOTS}.
 *
 * @param first the code, or the only token, that it began with
 * @param approval null for an app that acts for itself
 */
record GrantState(
        GrantId grant,
        OAuthAppId app,
        Digest first,
        @Nullable GrantApproved approval,
        Tokens tokens,
        RevokedTokens revoked,
        boolean ended) {

    static GrantState of(GrantApproved event) {
        return new GrantState(
                event.grant(),
                event.app(),
                event.code().digest(),
                event,
                Tokens.none(),
                RevokedTokens.none(),
                false);
    }

    static GrantState of(ClientCredentialsGranted event) {
        AccessTokenRecord token = event.accessToken();
        return new GrantState(
                event.grant(),
                event.app(),
                token.token().digest(),
                null,
                Tokens.single(),
                RevokedTokens.none().givenOut(token),
                false);
    }

    boolean isRedeemed() {
        return tokens.generation() > 0;
    }

    /** The approval whose code this is. */
    Optional<GrantApproved> approvedWithCode(Digest code) {
        return Optional.ofNullable(approval).filter(it -> it.code().digest().equals(code));
    }

    /** The approval that this refresh token comes from. */
    Optional<GrantApproved> approvedWithRefreshToken(int generation, Digest token) {
        return Optional.ofNullable(approval).filter(_ -> tokens.hadRefreshToken(generation, token));
    }

    GrantState redeemed(AuthorizationCodeRedeemed event) {
        return with(Tokens.first(event), revoked.givenOut(event.succession().accessToken()));
    }

    GrantState refreshed(TokensRefreshed event) {
        return with(tokens.next(event), revoked.givenOut(event.succession().accessToken()));
    }

    GrantState withRevoked(int generation) {
        return with(tokens, revoked.with(generation));
    }

    GrantState over() {
        return new GrantState(grant, app, first, approval, tokens, revoked, true);
    }

    private GrantState with(Tokens tokens, RevokedTokens revoked) {
        return new GrantState(grant, app, first, approval, tokens, revoked, ended);
    }
}
