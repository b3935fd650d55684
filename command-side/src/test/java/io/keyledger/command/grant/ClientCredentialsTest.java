package io.keyledger.command.grant;

import static io.keyledger.api.rejection.RejectionReason.APP_DELETED;
import static io.keyledger.api.rejection.RejectionReason.APP_IS_PUBLIC;
import static io.keyledger.api.rejection.RejectionReason.APP_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.CODE_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.GRANT_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.OAUTH_NOT_OFFERED;
import static io.keyledger.api.rejection.RejectionReason.REFRESH_TOKEN_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_NOT_GRANTED;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.TOKEN_LIFETIME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.TOKEN_UNKNOWN;
import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.DELETED;
import static io.keyledger.command.examples.ExampleApp.ON_A_DEVICE;
import static io.keyledger.command.examples.ExampleHub.ACCESS_TOKEN_LIFETIME;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.grant.ExampleGrant.APPROVE;
import static io.keyledger.command.grant.ExampleGrant.APPROVED;
import static io.keyledger.command.grant.ExampleGrant.GRANT;
import static io.keyledger.command.grant.ExampleGrant.OTHER_APP;
import static io.keyledger.command.grant.ExampleGrant.REDEEM;
import static io.keyledger.command.grant.ExampleGrant.REVOKED;
import static io.keyledger.command.grant.ExampleGrant.SCOPES;
import static io.keyledger.command.grant.ExampleGrant.accessToken;
import static io.keyledger.command.grant.ExampleGrant.refreshTo;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantCommand.GrantClientCredentials;
import io.keyledger.api.grant.GrantCommand.RevokeAccessToken;
import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checklist TK-11: an app that acts for itself. */
class ClientCredentialsTest {

    private static final ClientCredentialsGranted GRANTED =
            new ClientCredentialsGranted(GRANT, HUB, APP, WORKSPACE, accessToken(1));

    private final GrantAggregate grant = new GrantAggregate();

    @Test
    void giveAnAppOneTokenInItsOwnWorkspace() {
        grant.absentAnd(ask(accessToken(1))).isThat(GRANTED);
    }

    @Test
    void againWithTheSameTokenChangeNothing() {
        grant.after(GRANTED).asked(ask(accessToken(1))).isThatNothingChanged();
    }

    @Test
    void areRefusedForAGrantThatBeganOtherwise() {
        grant.after(GRANTED).asked(ask(accessToken(2))).isNo(GRANT_ID_TAKEN);
        grant.after(APPROVED).asked(ask(accessToken(1))).isNo(GRANT_ID_TAKEN);
        grant.after(GRANTED).asked(APPROVE).isNo(GRANT_ID_TAKEN);
    }

    @Test
    void areRefusedToAnAppThatCannotKeepASecret() {
        grant.apps.with(APP, ON_A_DEVICE);
        grant.absentAnd(ask(accessToken(1))).isNo(APP_IS_PUBLIC);
    }

    @Test
    void areRefusedToAnAppThatIsGoneOrNeverWas() {
        grant.absentAnd(new GrantClientCredentials(GRANT, OTHER_APP, accessToken(1)))
                .isNo(APP_UNKNOWN, "app", OTHER_APP.value());
        grant.apps.with(APP, DELETED);
        grant.absentAnd(ask(accessToken(1))).isNo(APP_DELETED);
    }

    @Test
    void areRefusedAtAHubWithoutOAuth() {
        grant.hubs.publish(PROFILE);
        grant.absentAnd(ask(accessToken(1))).isNo(OAUTH_NOT_OFFERED, "hub", HUB.value());
    }

    @Test
    void areRefusedForScopesThatTheAppOrTheHubDoesNotHave() {
        grant.absentAnd(ask(tokenFor("read:projects")))
                .isNo(SCOPE_NOT_GRANTED, "scopes", "read:projects");
        grant.absentAnd(ask(tokenFor("read:secrets")))
                .isNo(SCOPE_UNKNOWN, "scopes", "read:secrets");
    }

    @Test
    void areRefusedForALongerLifeThanTheHubGives() {
        AccessTokenRecord longer =
                accessToken(1, SCOPES, ACCESS_TOKEN_LIFETIME.plusSeconds(1), null);
        grant.absentAnd(ask(longer))
                .isNo(TOKEN_LIFETIME_INVALID, "expiresAt", longer.expiresAt().toString());
    }

    @Test
    void giveNothingThatCouldBeExchanged() {
        grant.after(GRANTED).asked(REDEEM).isNo(CODE_UNKNOWN, "code", null);
        grant.after(GRANTED).asked(refreshTo(2)).isNo(REFRESH_TOKEN_UNKNOWN, "refreshToken", null);
    }

    @Test
    void canBeTakenBack() {
        grant.after(GRANTED)
                .asked(new RevokeAccessToken(GRANT, 1))
                .isThat(new AccessTokenRevoked(GRANT, 1));
        grant.after(GRANTED, new AccessTokenRevoked(GRANT, 1))
                .asked(new RevokeAccessToken(GRANT, 1))
                .isThatNothingChanged();
        grant.after(GRANTED)
                .asked(new RevokeAccessToken(GRANT, 2))
                .isNo(TOKEN_UNKNOWN, "token", "2");
        grant.after(GRANTED).asked(new RevokeGrant(GRANT)).isThat(REVOKED);
    }

    private static GrantClientCredentials ask(AccessTokenRecord token) {
        return new GrantClientCredentials(GRANT, APP, token);
    }

    private static AccessTokenRecord tokenFor(String scope) {
        return accessToken(1, List.of(scope), ACCESS_TOKEN_LIFETIME, null);
    }
}
