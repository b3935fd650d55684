package io.keyledger.command.grant;

import static io.keyledger.api.grant.RevocationCause.REFRESH_TOKEN_REUSED;
import static io.keyledger.api.rejection.RejectionReason.APP_DELETED;
import static io.keyledger.api.rejection.RejectionReason.BOUND_KEY_MISMATCH;
import static io.keyledger.api.rejection.RejectionReason.GRANT_ENDED;
import static io.keyledger.api.rejection.RejectionReason.GRANT_OF_OTHER_APP;
import static io.keyledger.api.rejection.RejectionReason.MEMBER_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.OAUTH_NOT_OFFERED;
import static io.keyledger.api.rejection.RejectionReason.REFRESH_TOKEN_EXPIRED;
import static io.keyledger.api.rejection.RejectionReason.REFRESH_TOKEN_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_NOT_GRANTED;
import static io.keyledger.api.rejection.RejectionReason.TOKEN_LIFETIME_INVALID;
import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.DELETED;
import static io.keyledger.command.examples.ExampleApp.ON_A_DEVICE;
import static io.keyledger.command.examples.ExampleHub.ACCESS_TOKEN_LIFETIME;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;
import static io.keyledger.command.examples.ExampleHub.WITH_SHORT_GRANTS;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.grant.ExampleGrant.APPROVED;
import static io.keyledger.command.grant.ExampleGrant.APPROVED_SHORTLY;
import static io.keyledger.command.grant.ExampleGrant.GRANT;
import static io.keyledger.command.grant.ExampleGrant.OTHER_APP;
import static io.keyledger.command.grant.ExampleGrant.PERSON;
import static io.keyledger.command.grant.ExampleGrant.REDEEMED;
import static io.keyledger.command.grant.ExampleGrant.REFRESH_END;
import static io.keyledger.command.grant.ExampleGrant.REVOKED;
import static io.keyledger.command.grant.ExampleGrant.SCOPES;
import static io.keyledger.command.grant.ExampleGrant.accessToken;
import static io.keyledger.command.grant.ExampleGrant.boundTo;
import static io.keyledger.command.grant.ExampleGrant.digest;
import static io.keyledger.command.grant.ExampleGrant.refresh;
import static io.keyledger.command.grant.ExampleGrant.refreshTo;
import static io.keyledger.command.grant.ExampleGrant.refreshToken;
import static io.keyledger.command.grant.ExampleGrant.refreshed;
import static io.keyledger.command.grant.ExampleGrant.succession;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.Redemption.Reused;
import io.keyledger.api.grant.Redemption.Succeeded;
import io.keyledger.api.grant.Succession;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshingTest {

    private static final GrantRevoked ENDED = new GrantRevoked(GRANT, REFRESH_TOKEN_REUSED);

    private final GrantAggregate grant = new GrantAggregate();

    /** Checklist RR-01. */
    @Test
    void givesNewTokens() {
        grant.after(APPROVED, REDEEMED)
                .asked(refreshTo(2))
                .isThat(refreshed(2))
                .with(new Succeeded(2, succession(2)));
        grant.after(APPROVED, REDEEMED, refreshed(2))
                .asked(refreshTo(3))
                .isThat(refreshed(3))
                .with(new Succeeded(3, succession(3)));
    }

    @Test
    void isPossibleUntilTheTokenHasNotBeenUsedForTheHubsTime() {
        grant.clock.setTo(REFRESH_END.minusMillis(1));
        grant.after(APPROVED, REDEEMED).asked(refreshTo(2)).with(new Succeeded(2, succession(2)));
    }

    /** Checklist RR-05. */
    @Test
    void afterThatIsRefused() {
        grant.clock.setTo(REFRESH_END);
        grant.after(APPROVED, REDEEMED).asked(refreshTo(2)).isNo(REFRESH_TOKEN_EXPIRED);
    }

    /** Checklist RR-05: using a token again and again does not make the grant last for ever. */
    @Test
    void doesNotOutliveTheGrant() {
        grant.hubs.publish(WITH_SHORT_GRANTS);
        Succession brief = succession(2, accessToken(2, SCOPES, Duration.ofMinutes(30), null));
        grant.after(APPROVED_SHORTLY, REDEEMED)
                .asked(refresh(1, brief))
                .isThat(
                        new TokensRefreshed(
                                GRANT, 2, brief, APPROVED_SHORTLY.endsAt(), NOW.plusSeconds(10)));
        AccessTokenRecord longer = accessToken(2, SCOPES, Duration.ofSeconds(1_801), null);
        grant.after(APPROVED_SHORTLY, REDEEMED)
                .asked(refresh(1, succession(2, longer)))
                .isNo(TOKEN_LIFETIME_INVALID, "expiresAt", longer.expiresAt().toString());
    }

    /** Checklist RR-02: a chain of five; each of the used tokens ends all of it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void withATokenThatWasUsedEndsTheGrant(int used) {
        grant.clock.advance(Duration.ofSeconds(10));
        grant.after(APPROVED, REDEEMED, refreshed(2), refreshed(3), refreshed(4), refreshed(5))
                .asked(refresh(used, succession(6)))
                .isThat(ENDED)
                .with(new Reused());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withATokenThatWasUsedBeforeTheLastOneEndsTheGrantAtOnce(int used) {
        grant.after(APPROVED, REDEEMED, refreshed(2), refreshed(3), refreshed(4), refreshed(5))
                .asked(refresh(used, succession(6)))
                .isThat(ENDED)
                .with(new Reused());
    }

    @Test
    void withAUsedTokenEndsTheGrantEvenWhenTheNewestHasExpired() {
        grant.clock.setTo(REFRESH_END);
        grant.after(APPROVED, REDEEMED, refreshed(2)).asked(refreshTo(2)).isThat(ENDED);
    }

    /** Checklist RR-06. */
    @Test
    void againGivesTheSameForTenSecondsBecauseTheAnswerMayHaveBeenLost() {
        grant.clock.setTo(NOW.plusMillis(9_999));
        grant.after(APPROVED, REDEEMED, refreshed(2))
                .asked(refresh(1, succession(9)))
                .isThatNothingChanged()
                .with(new Succeeded(2, succession(2)));
    }

    @Test
    void againAfterTenSecondsEndsTheGrant() {
        grant.clock.setTo(NOW.plusSeconds(10));
        grant.after(APPROVED, REDEEMED, refreshed(2))
                .asked(refresh(1, succession(9)))
                .isThat(ENDED)
                .with(new Reused());
    }

    @Test
    void againByWhoeverHasAnotherKeyGivesNothing() {
        Succession mine = succession(2, boundTo("mine", 2));
        grant.after(
                        APPROVED,
                        REDEEMED,
                        new TokensRefreshed(GRANT, 2, mine, REFRESH_END, NOW.plusSeconds(10)))
                .asked(refresh(1, succession(2, boundTo("theirs", 2))))
                .isNo(BOUND_KEY_MISMATCH);
    }

    @Test
    void againForSomebodyWhoHasLeftTheWorkspaceGivesNothing() {
        grant.accounts.leave(PERSON, WORKSPACE);
        grant.after(APPROVED, REDEEMED, refreshed(2))
                .asked(refreshTo(2))
                .isNo(MEMBER_UNKNOWN, "account", PERSON.value());
    }

    /** Checklist RR-03. */
    @Test
    void byAnotherAppIsRefusedAndEndsNothing() {
        GrantAggregate.History used = grant.after(APPROVED, REDEEMED, refreshed(2), refreshed(3));
        for (int generation : List.of(1, 2, 3)) {
            used.asked(refresh(OTHER_APP, refreshToken(generation), generation, succession(4)))
                    .isNo(GRANT_OF_OTHER_APP);
        }
    }

    @Test
    void withATokenThatTheGrantNeverHadIsRefused() {
        GrantAggregate.History used = grant.after(APPROVED, REDEEMED, refreshed(2), refreshed(3));
        for (int generation : List.of(-1, 0, 4)) {
            used.asked(refresh(generation, succession(4)))
                    .isNo(REFRESH_TOKEN_UNKNOWN, "refreshToken", null);
        }
        for (int generation : List.of(2, 3)) {
            used.asked(refresh(APP, digest(9), generation, succession(4)))
                    .isNo(REFRESH_TOKEN_UNKNOWN, "refreshToken", null);
        }
    }

    @Test
    void beforeTheCodeWasExchangedIsRefused() {
        grant.approvedAnd(refreshTo(2)).isNo(REFRESH_TOKEN_UNKNOWN, "refreshToken", null);
    }

    @Test
    void ofAGrantThatHasNoRefreshTokenIsRefused() {
        Succession single = new Succession("salt1", accessToken(1), null);
        grant.after(APPROVED, new AuthorizationCodeRedeemed(GRANT, single, null))
                .asked(refreshTo(2))
                .isNo(REFRESH_TOKEN_UNKNOWN, "refreshToken", null);
    }

    @Test
    void ofAnEndedGrantIsRefused() {
        grant.after(APPROVED, REDEEMED, REVOKED).asked(refreshTo(2)).isNo(GRANT_ENDED);
    }

    @Test
    void byADeletedAppIsRefused() {
        grant.apps.with(APP, DELETED);
        grant.after(APPROVED, REDEEMED).asked(refreshTo(2)).isNo(APP_DELETED);
    }

    @Test
    void forSomebodyWhoHasLeftTheWorkspaceIsRefused() {
        grant.accounts.leave(PERSON, WORKSPACE);
        grant.after(APPROVED, REDEEMED)
                .asked(refreshTo(2))
                .isNo(MEMBER_UNKNOWN, "account", PERSON.value());
    }

    @Test
    void atAHubThatHasGivenUpOAuthIsRefused() {
        grant.hubs.publish(PROFILE);
        grant.after(APPROVED, REDEEMED)
                .asked(refreshTo(2))
                .isNo(OAUTH_NOT_OFFERED, "hub", HUB.value());
    }

    /** Checklist RR-03: the refresh token of an app without a secret is bound to its key. */
    @Test
    void byAnAppOnADeviceTakesTheKeyThatItHadBefore() {
        grant.apps.with(APP, ON_A_DEVICE);
        GrantAggregate.History bound = grant.after(APPROVED, redeemedBoundTo("mine"));
        Succession mine = succession(2, boundTo("mine", 2));
        bound.asked(refresh(1, mine)).with(new Succeeded(2, mine));
        bound.asked(refresh(1, succession(2, boundTo("theirs", 2)))).isNo(BOUND_KEY_MISMATCH);
        bound.asked(refreshTo(2)).isNo(BOUND_KEY_MISMATCH);
    }

    @Test
    void withAUsedTokenByWhoeverHasNotTheKeyEndsNothing() {
        grant.apps.with(APP, ON_A_DEVICE);
        Succession mine = succession(2, boundTo("mine", 2));
        grant.clock.advance(Duration.ofMinutes(1));
        grant.after(
                        APPROVED,
                        redeemedBoundTo("mine"),
                        new TokensRefreshed(GRANT, 2, mine, REFRESH_END, NOW.plusSeconds(10)))
                .asked(refreshTo(2))
                .isNo(BOUND_KEY_MISMATCH);
    }

    @Test
    void byAnAppWithASecretMayChangeTheKey() {
        Succession other = succession(2, boundTo("other", 2));
        grant.after(APPROVED, redeemedBoundTo("mine"))
                .asked(refresh(1, other))
                .with(new Succeeded(2, other));
    }

    @Test
    void byAnAppOnADeviceThatHadNoKeyMayBringOne() {
        grant.apps.with(APP, ON_A_DEVICE);
        Succession first = succession(2, boundTo("first", 2));
        grant.after(APPROVED, redeemedBoundTo(null))
                .asked(refresh(1, first))
                .with(new Succeeded(2, first));
    }

    /** Checklist RR-04. */
    @Test
    void canNarrowTheAccessTokenAndLaterWidenItAgain() {
        Succession narrow =
                succession(2, accessToken(2, List.of("read:members"), ACCESS_TOKEN_LIFETIME, null));
        grant.after(APPROVED, REDEEMED).asked(refresh(1, narrow)).with(new Succeeded(2, narrow));
        grant.after(
                        APPROVED,
                        REDEEMED,
                        new TokensRefreshed(GRANT, 2, narrow, REFRESH_END, NOW.plusSeconds(10)))
                .asked(refreshTo(3))
                .with(new Succeeded(3, succession(3)));
    }

    @Test
    void forMoreThanWasGrantedIsRefused() {
        AccessTokenRecord wide =
                accessToken(2, List.of("read:projects"), ACCESS_TOKEN_LIFETIME, null);
        grant.after(APPROVED, REDEEMED)
                .asked(refresh(1, succession(2, wide)))
                .isNo(SCOPE_NOT_GRANTED, "scopes", "read:projects");
    }

    @Test
    void cannotEvenBeAskedForWithoutANewRefreshToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refresh(1, new Succession("salt", accessToken(2), null)));
    }

    private static AuthorizationCodeRedeemed redeemedBoundTo(@Nullable String key) {
        return new AuthorizationCodeRedeemed(GRANT, succession(1, boundTo(key, 1)), REFRESH_END);
    }
}
