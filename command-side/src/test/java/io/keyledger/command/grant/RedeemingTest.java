package io.keyledger.command.grant;

import static io.keyledger.api.grant.RevocationCause.CODE_REUSED;
import static io.keyledger.api.rejection.RejectionReason.APP_DELETED;
import static io.keyledger.api.rejection.RejectionReason.BOUND_KEY_MISMATCH;
import static io.keyledger.api.rejection.RejectionReason.CODE_EXPIRED;
import static io.keyledger.api.rejection.RejectionReason.CODE_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.CODE_VERIFIER_MISMATCH;
import static io.keyledger.api.rejection.RejectionReason.GRANT_ENDED;
import static io.keyledger.api.rejection.RejectionReason.GRANT_OF_OTHER_APP;
import static io.keyledger.api.rejection.RejectionReason.MEMBER_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.OAUTH_NOT_OFFERED;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_MISMATCH;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_REMOVED;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_MISSING;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_NOT_GRANTED;
import static io.keyledger.api.rejection.RejectionReason.TOKEN_LIFETIME_INVALID;
import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.CALLBACK;
import static io.keyledger.command.examples.ExampleApp.DELETED;
import static io.keyledger.command.examples.ExampleApp.REGISTERED;
import static io.keyledger.command.examples.ExampleHub.ACCESS_TOKEN_LIFETIME;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;
import static io.keyledger.command.examples.ExampleHub.WITH_SHORT_GRANTS;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.grant.ExampleGrant.APPROVED;
import static io.keyledger.command.grant.ExampleGrant.APPROVED_SHORTLY;
import static io.keyledger.command.grant.ExampleGrant.CHALLENGE;
import static io.keyledger.command.grant.ExampleGrant.CODE;
import static io.keyledger.command.grant.ExampleGrant.GRANT;
import static io.keyledger.command.grant.ExampleGrant.OTHER_APP;
import static io.keyledger.command.grant.ExampleGrant.PERSON;
import static io.keyledger.command.grant.ExampleGrant.REDEEM;
import static io.keyledger.command.grant.ExampleGrant.REDEEMED;
import static io.keyledger.command.grant.ExampleGrant.REVOKED;
import static io.keyledger.command.grant.ExampleGrant.SCOPES;
import static io.keyledger.command.grant.ExampleGrant.accessToken;
import static io.keyledger.command.grant.ExampleGrant.approved;
import static io.keyledger.command.grant.ExampleGrant.boundTo;
import static io.keyledger.command.grant.ExampleGrant.digest;
import static io.keyledger.command.grant.ExampleGrant.redeem;
import static io.keyledger.command.grant.ExampleGrant.refreshed;
import static io.keyledger.command.grant.ExampleGrant.succession;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantCommand.RedeemAuthorizationCode;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.Redemption.Reused;
import io.keyledger.api.grant.Redemption.Succeeded;
import io.keyledger.api.grant.Succession;
import io.keyledger.command.oauthapp.RegisteredApp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedeemingTest {

    private static final String OTHER = "https://other.example.com/cb";
    private static final String OTHER_CHALLENGE = "F9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Duration MORE = ACCESS_TOKEN_LIFETIME.plusSeconds(1);

    private final GrantAggregate grant = new GrantAggregate();

    @Test
    void givesTheFirstTokens() {
        grant.approvedAnd(REDEEM).isThat(REDEEMED).with(new Succeeded(1, succession(1)));
    }

    @Test
    void isPossibleUntilTheCodeHasExpired() {
        grant.clock.setTo(NOW.plusMillis(59_999));
        grant.approvedAnd(REDEEM).with(new Succeeded(1, succession(1)));
    }

    /** Checklist TK-05. */
    @Test
    void ofAnExpiredCodeIsRefused() {
        grant.clock.setTo(NOW.plusSeconds(60));
        grant.approvedAnd(REDEEM).isNo(CODE_EXPIRED);
    }

    @Test
    void canDoWithoutARefreshToken() {
        Succession succession = new Succession("salt1", accessToken(1), null);
        grant.approvedAnd(redeem(CALLBACK, CHALLENGE, succession))
                .isThat(new AuthorizationCodeRedeemed(GRANT, succession, null));
    }

    @Test
    void doesNotLetTheRefreshTokenOutliveTheGrant() {
        grant.hubs.publish(WITH_SHORT_GRANTS);
        Succession succession = succession(1, accessToken(1, SCOPES, Duration.ofMinutes(1), null));
        grant.after(APPROVED_SHORTLY)
                .asked(redeem(CALLBACK, CHALLENGE, succession))
                .isThat(
                        new AuthorizationCodeRedeemed(
                                GRANT, succession, APPROVED_SHORTLY.endsAt()));
    }

    /** Checklist TK-03. */
    @Test
    void twiceEndsTheGrant() {
        grant.after(APPROVED, REDEEMED)
                .asked(REDEEM)
                .isThat(new GrantRevoked(GRANT, CODE_REUSED))
                .with(new Reused());
    }

    @Test
    void twiceEndsTheGrantHoweverLateAndHoweverOftenItWasRefreshed() {
        grant.clock.advance(Duration.ofDays(7));
        grant.after(APPROVED, REDEEMED, refreshed(2), refreshed(3))
                .asked(REDEEM)
                .isThat(new GrantRevoked(GRANT, CODE_REUSED))
                .with(new Reused());
    }

    @Test
    void ofAnEndedGrantIsRefused() {
        grant.after(APPROVED, REVOKED).asked(REDEEM).isNo(GRANT_ENDED);
        grant.after(APPROVED, REDEEMED, REVOKED).asked(REDEEM).isNo(GRANT_ENDED);
    }

    /** Checklist TK-06, TK-07, PK-03, PK-04. */
    @Test
    void byWhoeverCannotShowWhatBelongsToTheCodeIsRefused() {
        grant.approvedAnd(redeem(OTHER_APP, CODE, CALLBACK, CHALLENGE, succession(1)))
                .isNo(GRANT_OF_OTHER_APP);
        grant.approvedAnd(redeem(OTHER, CHALLENGE, succession(1)))
                .isNo(REDIRECT_URI_MISMATCH, "redirectUri", OTHER);
        grant.approvedAnd(redeem(null, CHALLENGE, succession(1)))
                .isNo(REDIRECT_URI_MISMATCH, "redirectUri", null);
        grant.approvedAnd(redeem(CALLBACK, OTHER_CHALLENGE, succession(1)))
                .isNo(CODE_VERIFIER_MISMATCH);
        grant.approvedAnd(redeem(CALLBACK, null, succession(1))).isNo(CODE_VERIFIER_MISMATCH);
    }

    /** Checklist TK-04: whoever has seen a code cannot end the grant with it. */
    @Test
    void againByWhoeverCannotShowWhatBelongsToTheCodeEndsNothing() {
        GrantAggregate.History redeemed = grant.after(APPROVED, REDEEMED);
        redeemed.asked(redeem(OTHER_APP, CODE, CALLBACK, CHALLENGE, succession(1)))
                .isNo(GRANT_OF_OTHER_APP);
        redeemed.asked(redeem(OTHER, CHALLENGE, succession(1)))
                .isNo(REDIRECT_URI_MISMATCH, "redirectUri", OTHER);
        redeemed.asked(redeem(CALLBACK, OTHER_CHALLENGE, succession(1)))
                .isNo(CODE_VERIFIER_MISMATCH);
        redeemed.asked(redeem(CALLBACK, null, succession(1))).isNo(CODE_VERIFIER_MISMATCH);
    }

    /** Checklist PK-03: somebody has taken the challenge out of the request. */
    @Test
    void withAVerifierForACodeWithoutChallengeIsRefused() {
        grant.after(approved(CALLBACK, true, null, null))
                .asked(REDEEM)
                .isNo(CODE_VERIFIER_MISMATCH);
    }

    @Test
    void withoutVerifierIsPossibleForACodeWithoutChallenge() {
        grant.after(approved(CALLBACK, true, null, null))
                .asked(redeem(CALLBACK, null, succession(1)))
                .isThat(REDEEMED);
    }

    @Test
    void ofACodeThatTheGrantNeverHadIsRefused() {
        grant.approvedAnd(redeem(APP, digest(9), CALLBACK, CHALLENGE, succession(1)))
                .isNo(CODE_UNKNOWN, "code", null);
    }

    @Test
    void anAppThatNamedNoAddressMayNameTheOneThatTheCodeWasSentTo() {
        GrantAggregate.History unnamed = grant.after(approved(CALLBACK, false, CHALLENGE, null));
        unnamed.asked(redeem(null, CHALLENGE, succession(1))).isThat(REDEEMED);
        unnamed.asked(redeem(CALLBACK, CHALLENGE, succession(1))).isThat(REDEEMED);
        unnamed.asked(redeem(OTHER, CHALLENGE, succession(1)))
                .isNo(REDIRECT_URI_MISMATCH, "redirectUri", OTHER);
    }

    /** Checklist RU-06. */
    @Test
    void afterItsAddressWasRemovedIsRefused() {
        grant.apps.with(
                APP,
                new RegisteredApp(
                        HUB,
                        WORKSPACE,
                        REGISTERED.type(),
                        REGISTERED.scopes(),
                        List.of(OTHER),
                        false));
        grant.approvedAnd(REDEEM).isNo(REDIRECT_URI_REMOVED, "redirectUri", CALLBACK);
        grant.after(approved(CALLBACK, false, CHALLENGE, null))
                .asked(redeem(null, CHALLENGE, succession(1)))
                .isNo(REDIRECT_URI_REMOVED, "redirectUri", CALLBACK);
    }

    @Test
    void byADeletedAppIsRefused() {
        grant.apps.with(APP, DELETED);
        grant.approvedAnd(REDEEM).isNo(APP_DELETED);
    }

    @Test
    void forSomebodyWhoHasLeftTheWorkspaceIsRefused() {
        grant.accounts.leave(PERSON, WORKSPACE);
        grant.approvedAnd(REDEEM).isNo(MEMBER_UNKNOWN, "account", PERSON.value());
    }

    @Test
    void atAHubThatHasGivenUpOAuthIsRefused() {
        grant.hubs.publish(PROFILE);
        grant.approvedAnd(REDEEM).isNo(OAUTH_NOT_OFFERED, "hub", HUB.value());
    }

    /** RFC 9449 §10. */
    @Test
    void ofACodeThatIsBoundToAKeyTakesThatKey() {
        GrantAggregate.History bound = grant.after(approved(CALLBACK, true, CHALLENGE, "mine"));
        Succession mine = succession(1, boundTo("mine", 1));
        bound.asked(redeem(CALLBACK, CHALLENGE, mine)).with(new Succeeded(1, mine));
        bound.asked(redeem(CALLBACK, CHALLENGE, succession(1, boundTo("theirs", 1))))
                .isNo(BOUND_KEY_MISMATCH);
        bound.asked(REDEEM).isNo(BOUND_KEY_MISMATCH);
    }

    @Test
    void ofACodeThatIsBoundToNoneTakesAnyKey() {
        Succession any = succession(1, boundTo("any", 1));
        grant.approvedAnd(redeem(CALLBACK, CHALLENGE, any)).with(new Succeeded(1, any));
    }

    @Test
    void canNarrowTheAccessToken() {
        Succession narrow =
                succession(1, accessToken(1, List.of("read:members"), ACCESS_TOKEN_LIFETIME, null));
        grant.approvedAnd(redeem(CALLBACK, CHALLENGE, narrow)).with(new Succeeded(1, narrow));
    }

    @Test
    void forMoreThanWasGrantedIsRefused() {
        List<String> wider = List.of("read:members", "read:projects");
        grant.approvedAnd(redeemFor(accessToken(1, wider, ACCESS_TOKEN_LIFETIME, null)))
                .isNo(SCOPE_NOT_GRANTED, "scopes", "read:projects");
    }

    @Test
    void forNothingIsRefused() {
        grant.approvedAnd(redeemFor(accessToken(1, List.of(), ACCESS_TOKEN_LIFETIME, null)))
                .isNo(SCOPE_MISSING, "scopes", null);
    }

    static List<AccessTokenRecord> tokensOfAnotherLife() {
        return List.of(
                accessToken(1, SCOPES, MORE, null),
                accessToken(1, SCOPES, Duration.ZERO, null),
                accessToken(1, SCOPES, Duration.ofHours(-1), null),
                accessToken(1, SCOPES, NOW.plusMillis(1), Duration.ofMinutes(1), null),
                accessToken(1, SCOPES, NOW, Duration.ofDays(366), null));
    }

    /** Checklist TK-10. */
    @ParameterizedTest
    @MethodSource("tokensOfAnotherLife")
    void forALifeThatTheHubDoesNotGiveIsRefused(AccessTokenRecord token) {
        grant.approvedAnd(redeemFor(token))
                .isNo(TOKEN_LIFETIME_INVALID, "expiresAt", token.expiresAt().toString());
    }

    @Test
    void forATokenThatOutlivesTheGrantIsRefused() {
        grant.hubs.publish(WITH_SHORT_GRANTS);
        AccessTokenRecord token = accessToken(1);
        grant.after(APPROVED_SHORTLY)
                .asked(redeemFor(token))
                .isNo(TOKEN_LIFETIME_INVALID, "expiresAt", token.expiresAt().toString());
    }

    private static RedeemAuthorizationCode redeemFor(AccessTokenRecord token) {
        return redeem(CALLBACK, CHALLENGE, succession(1, token));
    }
}
