package io.keyledger.command.grant;

import static io.keyledger.api.grant.RevocationCause.CODE_REUSED;
import static io.keyledger.api.grant.RevocationCause.REFRESH_TOKEN_REUSED;
import static io.keyledger.api.grant.RevocationCause.REQUESTED;
import static io.keyledger.api.rejection.RejectionReason.APP_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.CODE_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_REMOVED;
import static io.keyledger.api.rejection.RejectionReason.REFRESH_TOKEN_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;
import static io.keyledger.command.policy.Policies.existing;
import static io.keyledger.command.policy.Policies.uphold;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantCommand.ApproveGrant;
import io.keyledger.api.grant.GrantCommand.GrantClientCredentials;
import io.keyledger.api.grant.GrantCommand.RedeemAuthorizationCode;
import io.keyledger.api.grant.GrantCommand.RefreshTokens;
import io.keyledger.api.grant.GrantCommand.RevokeAccessToken;
import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.Redemption;
import io.keyledger.api.grant.RevocationCause;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.ledger.EventName;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.command.account.Accounts;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.oauthapp.OAuthApps;
import io.keyledger.command.oauthapp.RegisteredApp;
import io.keyledger.command.policy.ScopePolicy;
import io.keyledger.command.snapshot.SnapshotType;
import io.keyledger.command.snapshot.Snapshotted;
import io.keyledger.command.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * What one app may do for one person in one workspace (or for itself), with the tokens that it was
 * given for it.
 *
 * <p>Code and refresh tokens are exchanged once: of many who try at the same time one is first in
 * the ledger, and the others are decided on what it has left.
 *
 * <ul>
 *   <li>Whoever is not the app, or cannot show what belongs to a code, is refused and burns
 *       nothing: otherwise whoever sees a code could end the grant.
 *   <li>What was exchanged before and comes back from the app itself was seen by two. Nobody can
 *       tell who of them is the thief: the grant ends (RFC 6749 §4.1.2, RFC 9700 §4.14.2).
 *   <li>But for the refresh token that was exchanged last, for some seconds: the answer may have
 *       been lost, and is given again.
 *   <li>An ended grant stays as it is. Ending it again is not an error.
 *   <li>A code that is refused because of the app, the person or the hub can be exchanged when they
 *       have been mended, as long as it lives.
 * </ul>
 */
public final class Grant implements Snapshotted {

    /** A grant that is refreshed each hour has 8,760 events a year. */
    public static final SnapshotType SNAPSHOTS =
            new SnapshotType(
                    Grant.class, "grt_", GrantState.class, new EventName("grant.state", 1));

    @AggregateIdentifier private GrantId grant;
    private GrantState state;
    private boolean begun;

    /** For Axon: the first event fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    Grant() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(
            ApproveGrant command,
            HubProfiles hubs,
            Workspaces workspaces,
            OAuthApps apps,
            Accounts accounts,
            Clock clock) {
        if (begun) {
            uphold(LifecyclePolicy.begunWith(state.first(), command.code().digest()));
        } else {
            HubId hub =
                    existing(
                            workspaces.hubOf(command.workspace()),
                            WORKSPACE_UNKNOWN,
                            "workspace",
                            command.workspace());
            Terms terms = Terms.of(hub, command.app(), hubs, apps);
            uphold(LifecyclePolicy.member(command.account(), command.workspace(), accounts));
            approve(command, hub, terms, now(clock));
        }
    }

    private static void approve(ApproveGrant command, HubId hub, Terms terms, Instant now) {
        uphold(
                ScopePolicy.grantable(command.scopes(), terms.profile()),
                AccessTokenPolicy.granted(command.scopes(), terms.app().scopes()),
                PkcePolicy.sufficient(command.codeChallenge(), terms));
        String redirectUri =
                existing(
                        RedirectPolicy.target(command.redirectUri(), terms.app()),
                        REDIRECT_URI_REMOVED,
                        "redirectUri",
                        command.redirectUri());
        Instant end = Lifetimes.grantEnd(now, terms.rules());
        apply(
                new GrantApproved(
                        command.grant(),
                        hub,
                        command.app(),
                        command.account(),
                        command.workspace(),
                        command.scopes(),
                        redirectUri,
                        command.redirectUri() != null,
                        command.codeChallenge(),
                        command.boundKey(),
                        command.code(),
                        Lifetimes.codeEnd(now, end),
                        end));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(GrantClientCredentials command, HubProfiles hubs, OAuthApps apps, Clock clock) {
        if (begun) {
            uphold(
                    LifecyclePolicy.begunWith(
                            state.first(), command.accessToken().token().digest()));
        } else {
            RegisteredApp app =
                    existing(apps.find(command.app()), APP_UNKNOWN, "app", command.app());
            grant(command, Terms.of(app.hub(), command.app(), hubs, apps), now(clock));
        }
    }

    private static void grant(GrantClientCredentials command, Terms terms, Instant now) {
        uphold(
                LifecyclePolicy.actsForItself(terms.app().type()),
                ScopePolicy.grantable(command.accessToken().scopes(), terms.profile()),
                AccessTokenPolicy.granted(command.accessToken().scopes(), terms.app().scopes()),
                AccessTokenPolicy.livesAtMost(
                        terms.rules().accessTokenLifetime(), command.accessToken(), now));
        apply(
                new ClientCredentialsGranted(
                        command.grant(),
                        terms.app().hub(),
                        command.app(),
                        terms.app().workspace(),
                        command.accessToken()));
    }

    @CommandHandler
    Redemption handle(
            RedeemAuthorizationCode command,
            HubProfiles hubs,
            OAuthApps apps,
            Accounts accounts,
            Clock clock) {
        upholdGivenTo(command.app());
        GrantApproved approval =
                existing(state.approvedWithCode(command.code()), CODE_UNKNOWN, "code", null);
        uphold(
                RedirectPolicy.same(approval, command.redirectUri()),
                PkcePolicy.verified(approval.codeChallenge(), command.codeChallenge()),
                BindingPolicy.codeFits(approval.boundKey(), command.succession().accessToken()));
        if (state.isRedeemed()) {
            return reused(CODE_REUSED);
        }
        Instant now = now(clock);
        Terms terms = Terms.of(approval.hub(), command.app(), hubs, apps);
        uphold(
                LifecyclePolicy.codeLives(approval, now),
                LifecyclePolicy.member(approval.account(), approval.workspace(), accounts),
                RedirectPolicy.registered(approval, terms.app()));
        return redeem(command.succession(), approval, terms, now);
    }

    private Redemption redeem(
            Succession succession, GrantApproved approval, Terms terms, Instant now) {
        upholdToken(succession.accessToken(), approval, terms, now);
        Instant refreshEnd = Lifetimes.refreshEnd(now, terms.rules(), approval.endsAt());
        apply(
                new AuthorizationCodeRedeemed(
                        grant, succession, succession.refreshToken() == null ? null : refreshEnd));
        return new Redemption.Succeeded(1, succession);
    }

    @CommandHandler
    Redemption handle(
            RefreshTokens command,
            HubProfiles hubs,
            OAuthApps apps,
            Accounts accounts,
            Clock clock) {
        upholdGivenTo(command.app());
        GrantApproved approval =
                existing(
                        state.approvedWithRefreshToken(command.generation(), command.presented()),
                        REFRESH_TOKEN_UNKNOWN,
                        "refreshToken",
                        null);
        Instant now = now(clock);
        Tokens tokens = state.tokens();
        AccessTokenRecord wanted = command.succession().accessToken();
        Terms terms = Terms.of(approval.hub(), command.app(), hubs, apps);
        uphold(BindingPolicy.refreshFits(terms.app().type(), tokens.accessToken(), wanted));
        if (tokens.isSpent(command.generation(), now)) {
            return reused(REFRESH_TOKEN_REUSED);
        }
        uphold(LifecyclePolicy.member(approval.account(), approval.workspace(), accounts));
        return tokens.isNewest(command.generation())
                ? refresh(command.succession(), approval, terms, now)
                : repeat(tokens, wanted);
    }

    private Redemption refresh(
            Succession succession, GrantApproved approval, Terms terms, Instant now) {
        uphold(LifecyclePolicy.refreshable(state.tokens(), now));
        upholdToken(succession.accessToken(), approval, terms, now);
        int generation = state.tokens().generation() + 1;
        apply(
                new TokensRefreshed(
                        grant,
                        generation,
                        succession,
                        Lifetimes.refreshEnd(now, terms.rules(), approval.endsAt()),
                        Lifetimes.repeatableEnd(now)));
        return new Redemption.Succeeded(generation, succession);
    }

    /** The answer of the last exchange once more, to whoever can use it. */
    private static Redemption repeat(Tokens tokens, AccessTokenRecord wanted) {
        Succession given = Objects.requireNonNull(tokens.newest());
        uphold(BindingPolicy.same(given.accessToken().boundKey(), wanted));
        return new Redemption.Succeeded(tokens.generation(), given);
    }

    private Redemption reused(RevocationCause cause) {
        apply(new GrantRevoked(grant, cause));
        return new Redemption.Reused();
    }

    /** Does not ask for the time: a node whose clock is behind must hear of the revocation too. */
    @CommandHandler
    void handle(RevokeAccessToken command) {
        uphold(AccessTokenPolicy.known(state.tokens(), command.generation()));
        if (!state.ended() && !state.revoked().contains(command.generation())) {
            apply(new AccessTokenRevoked(grant, command.generation()));
        }
    }

    @CommandHandler
    void handle(RevokeGrant command) {
        if (!state.ended()) {
            apply(new GrantRevoked(grant, REQUESTED));
        }
    }

    @Override
    public GrantState snapshot() {
        return state;
    }

    @EventSourcingHandler
    void on(GrantState remembered) {
        begun = true;
        grant = remembered.grant();
        state = remembered;
    }

    @EventSourcingHandler
    void on(GrantApproved event) {
        on(GrantState.of(event));
    }

    @EventSourcingHandler
    void on(ClientCredentialsGranted event) {
        on(GrantState.of(event));
    }

    @EventSourcingHandler
    void on(AuthorizationCodeRedeemed event) {
        state = state.redeemed(event);
    }

    @EventSourcingHandler
    void on(TokensRefreshed event) {
        state = state.refreshed(event);
    }

    @EventSourcingHandler
    void on(AccessTokenRevoked event) {
        state = state.withRevoked(event.generation());
    }

    @EventSourcingHandler
    void on(GrantRevoked event) {
        state = state.over();
    }

    private void upholdGivenTo(OAuthAppId presenting) {
        uphold(
                LifecyclePolicy.notEnded(state.ended()),
                LifecyclePolicy.givenTo(state.app(), presenting));
    }

    private static void upholdToken(
            AccessTokenRecord token, GrantApproved approval, Terms terms, Instant now) {
        uphold(
                AccessTokenPolicy.granted(token.scopes(), approval.scopes()),
                AccessTokenPolicy.livesAtMost(terms.rules().accessTokenLifetime(), token, now),
                AccessTokenPolicy.endsBy(approval.endsAt(), token));
    }

    /** To the millisecond, as verdicts see time. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
