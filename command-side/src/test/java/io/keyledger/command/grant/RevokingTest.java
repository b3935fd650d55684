package io.keyledger.command.grant;

import static io.keyledger.api.rejection.RejectionReason.TOKEN_UNKNOWN;
import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.DELETED;
import static io.keyledger.command.examples.ExampleHub.ACCESS_TOKEN_LIFETIME;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.grant.ExampleGrant.APPROVED;
import static io.keyledger.command.grant.ExampleGrant.GRANT;
import static io.keyledger.command.grant.ExampleGrant.REDEEMED;
import static io.keyledger.command.grant.ExampleGrant.REFRESH_END;
import static io.keyledger.command.grant.ExampleGrant.REVOKED;
import static io.keyledger.command.grant.ExampleGrant.SCOPES;
import static io.keyledger.command.grant.ExampleGrant.accessToken;
import static io.keyledger.command.grant.ExampleGrant.refreshTo;
import static io.keyledger.command.grant.ExampleGrant.refreshed;
import static io.keyledger.command.grant.ExampleGrant.succession;

import io.keyledger.api.grant.GrantCommand.RevokeAccessToken;
import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.Redemption.Succeeded;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevokingTest {

    private final GrantAggregate grant = new GrantAggregate();

    @Test
    void endsTheGrant() {
        grant.approvedAnd(new RevokeGrant(GRANT)).isThat(REVOKED);
        grant.after(APPROVED, REDEEMED, refreshed(2)).asked(new RevokeGrant(GRANT)).isThat(REVOKED);
    }

    @Test
    void againChangesNothing() {
        grant.after(APPROVED, REVOKED).asked(new RevokeGrant(GRANT)).isThatNothingChanged();
    }

    /** Whatever has become of the app, and whatever time it is. */
    @Test
    void dependsOnNothingElse() {
        grant.apps.with(APP, DELETED);
        grant.clock.setTo(Instant.EPOCH);
        grant.after(APPROVED, REDEEMED).asked(new RevokeGrant(GRANT)).isThat(REVOKED);
        grant.after(APPROVED, REDEEMED)
                .asked(new RevokeAccessToken(GRANT, 1))
                .isThat(new AccessTokenRevoked(GRANT, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneAccessTokenLeavesTheRest(int generation) {
        grant.after(APPROVED, REDEEMED, refreshed(2))
                .asked(new RevokeAccessToken(GRANT, generation))
                .isThat(new AccessTokenRevoked(GRANT, generation));
        grant.after(APPROVED, REDEEMED, refreshed(2), new AccessTokenRevoked(GRANT, generation))
                .asked(refreshTo(3))
                .with(new Succeeded(3, succession(3)));
    }

    @Test
    void oneAccessTokenAgainChangesNothing() {
        grant.after(APPROVED, REDEEMED, new AccessTokenRevoked(GRANT, 1), refreshed(2))
                .asked(new RevokeAccessToken(GRANT, 1))
                .isThatNothingChanged();
    }

    @Test
    void oneAccessTokenOfAnEndedGrantChangesNothing() {
        grant.after(APPROVED, REDEEMED, REVOKED)
                .asked(new RevokeAccessToken(GRANT, 1))
                .isThatNothingChanged();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void anAccessTokenThatTheGrantNeverHadIsRefused(int generation) {
        grant.after(APPROVED, REDEEMED, refreshed(2))
                .asked(new RevokeAccessToken(GRANT, generation))
                .isNo(TOKEN_UNKNOWN, "token", Integer.toString(generation));
    }

    /**
     * A grant does not remember for ever what was revoked: only as long as the token could live.
     */
    @Test
    void isForgottenOnceTheTokenHasExpired() {
        grant.after(
                        APPROVED,
                        REDEEMED,
                        new AccessTokenRevoked(GRANT, 1),
                        refreshedAfter(ACCESS_TOKEN_LIFETIME.minusSeconds(1)))
                .asked(new RevokeAccessToken(GRANT, 1))
                .isThatNothingChanged();
        grant.after(
                        APPROVED,
                        REDEEMED,
                        new AccessTokenRevoked(GRANT, 1),
                        refreshedAfter(ACCESS_TOKEN_LIFETIME))
                .asked(new RevokeAccessToken(GRANT, 1))
                .isThat(new AccessTokenRevoked(GRANT, 1));
    }

    private static TokensRefreshed refreshedAfter(Duration time) {
        Instant now = NOW.plus(time);
        return new TokensRefreshed(
                GRANT,
                2,
                succession(2, accessToken(2, SCOPES, now, ACCESS_TOKEN_LIFETIME, null)),
                REFRESH_END,
                now.plusSeconds(10));
    }
}
