package io.keyledger.command.grant;

import static io.keyledger.api.oauthapp.ClientType.CONFIDENTIAL;
import static io.keyledger.api.rejection.RejectionReason.APP_DELETED;
import static io.keyledger.api.rejection.RejectionReason.APP_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.GRANT_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.MEMBER_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.OAUTH_NOT_OFFERED;
import static io.keyledger.api.rejection.RejectionReason.PKCE_REQUIRED;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_REMOVED;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_MISSING;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_NOT_GRANTED;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_REPEATED;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;
import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.CALLBACK;
import static io.keyledger.command.examples.ExampleApp.DELETED;
import static io.keyledger.command.examples.ExampleApp.ON_A_DEVICE;
import static io.keyledger.command.examples.ExampleApp.REGISTERED;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;
import static io.keyledger.command.examples.ExampleHub.WITH_PKCE_FOR_ALL;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.grant.ExampleGrant.APPROVE;
import static io.keyledger.command.grant.ExampleGrant.APPROVED;
import static io.keyledger.command.grant.ExampleGrant.CHALLENGE;
import static io.keyledger.command.grant.ExampleGrant.CODE;
import static io.keyledger.command.grant.ExampleGrant.END;
import static io.keyledger.command.grant.ExampleGrant.OTHER_APP;
import static io.keyledger.command.grant.ExampleGrant.PERSON;
import static io.keyledger.command.grant.ExampleGrant.REVOKED;
import static io.keyledger.command.grant.ExampleGrant.SCOPES;
import static io.keyledger.command.grant.ExampleGrant.approve;
import static io.keyledger.command.grant.ExampleGrant.approved;
import static io.keyledger.command.grant.ExampleGrant.digest;

import io.keyledger.api.grant.GrantCommand.ApproveGrant;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.oauthapp.RegisteredApp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovingTest {

    private static final String OTHER = "https://other.example.com/cb";

    private final GrantAggregate grant = new GrantAggregate();

    @Test
    void beginsAGrantWithACodeOfAMinuteThatIsOverAfterTheHubsTime() {
        grant.absentAnd(APPROVE).isThat(APPROVED);
    }

    @Test
    void endsTheGrantAtAWholeSecond() {
        grant.clock.setTo(NOW.plusMillis(999));
        grant.absentAnd(APPROVE)
                .isThat(approved(CALLBACK, true, CHALLENGE, null, NOW.plusMillis(60_999), END));
    }

    @Test
    void sendsTheCodeToTheOnlyAddressOfAnAppThatNamesNone() {
        grant.absentAnd(approve(SCOPES, null, CHALLENGE))
                .isThat(approved(CALLBACK, false, CHALLENGE, null));
    }

    @Test
    void canDoWithoutPkceForAnAppWithASecretWhereTheHubSaysSo() {
        grant.absentAnd(approve(SCOPES, CALLBACK, null))
                .isThat(approved(CALLBACK, true, null, null));
    }

    @Test
    void keepsTheKeyThatTheCodeIsBoundTo() {
        grant.absentAnd(approve(APP, SCOPES, CALLBACK, CHALLENGE, "thumbprint", CODE))
                .isThat(approved(CALLBACK, true, CHALLENGE, "thumbprint"));
    }

    @Test
    void againWithTheSameCodeChangesNothing() {
        grant.approvedAnd(APPROVE).isThatNothingChanged();
        grant.after(APPROVED, REVOKED).asked(APPROVE).isThatNothingChanged();
    }

    @Test
    void againWithAnotherCodeIsRefused() {
        grant.approvedAnd(approve(APP, SCOPES, CALLBACK, CHALLENGE, null, digest(9)))
                .isNo(GRANT_ID_TAKEN);
    }

    @Test
    void inAnUnknownWorkspaceIsRefused() {
        WorkspaceId unknown = new WorkspaceId("ws_" + "1".repeat(20));
        grant.absentAnd(
                        new ApproveGrant(
                                APPROVED.grant(),
                                APP,
                                PERSON,
                                unknown,
                                SCOPES,
                                CALLBACK,
                                CHALLENGE,
                                null,
                                CODE))
                .isNo(WORKSPACE_UNKNOWN, "workspace", unknown.value());
    }

    @Test
    void forAnUnknownAppIsRefused() {
        grant.absentAnd(approve(OTHER_APP, SCOPES, CALLBACK, CHALLENGE, null, CODE))
                .isNo(APP_UNKNOWN, "app", OTHER_APP.value());
    }

    @Test
    void forAnAppOfAnotherHubIsRefusedAsForNone() {
        grant.workspaces.with(WORKSPACE, new HubId("other"));
        grant.absentAnd(APPROVE).isNo(APP_UNKNOWN, "app", APP.value());
    }

    @Test
    void forADeletedAppIsRefused() {
        grant.apps.with(APP, DELETED);
        grant.absentAnd(APPROVE).isNo(APP_DELETED);
    }

    @Test
    void atAHubWithoutOAuthIsRefused() {
        grant.hubs.publish(PROFILE);
        grant.absentAnd(APPROVE).isNo(OAUTH_NOT_OFFERED, "hub", HUB.value());
    }

    @Test
    void atAHubWithoutAProfileIsRefused() {
        grant.hubs.withdraw(HUB);
        grant.absentAnd(APPROVE).isNo(HUB_UNKNOWN, "hub", HUB.value());
    }

    @Test
    void bySomebodyWhoDoesNotBelongToTheWorkspaceIsRefused() {
        grant.accounts.leave(PERSON, WORKSPACE);
        grant.absentAnd(APPROVE).isNo(MEMBER_UNKNOWN, "account", PERSON.value());
    }

    @Test
    void ofNothingIsRefused() {
        grant.absentAnd(approve(List.of(), CALLBACK, CHALLENGE))
                .isNo(SCOPE_MISSING, "scopes", null);
    }

    @Test
    void ofWhatTheHubDoesNotHaveIsRefused() {
        grant.absentAnd(approve(List.of("read:secrets"), CALLBACK, CHALLENGE))
                .isNo(SCOPE_UNKNOWN, "scopes", "read:secrets");
    }

    @Test
    void ofTheSameTwiceIsRefused() {
        grant.absentAnd(approve(List.of("read:members", "read:members"), CALLBACK, CHALLENGE))
                .isNo(SCOPE_REPEATED, "scopes", "read:members");
    }

    @Test
    void ofMoreThanTheAppMayHaveIsRefused() {
        grant.absentAnd(approve(List.of("read:members", "read:projects"), CALLBACK, CHALLENGE))
                .isNo(SCOPE_NOT_GRANTED, "scopes", "read:projects");
    }

    @Test
    void withoutPkceIsRefusedToAnAppOnADevice() {
        grant.apps.with(APP, ON_A_DEVICE);
        grant.absentAnd(approve(SCOPES, CALLBACK, null)).isNo(PKCE_REQUIRED, "codeChallenge", null);
    }

    @Test
    void withoutPkceIsRefusedWhereTheHubAsksForIt() {
        grant.hubs.publish(WITH_PKCE_FOR_ALL);
        grant.absentAnd(approve(SCOPES, CALLBACK, null)).isNo(PKCE_REQUIRED, "codeChallenge", null);
    }

    /** Checklist PK-05. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c="
            })
    void withAChallengeThatIsNoSha256IsRefused(String challenge) {
        grant.absentAnd(approve(SCOPES, CALLBACK, challenge))
                .isNo(PKCE_REQUIRED, "codeChallenge", challenge);
    }

    @Test
    void withTheCodeToAnAddressThatIsNotRegisteredIsRefused() {
        grant.absentAnd(approve(SCOPES, OTHER, CHALLENGE))
                .isNo(REDIRECT_URI_REMOVED, "redirectUri", OTHER);
    }

    /** Checklist RU-05. */
    @Test
    void withTheCodeToNoneOfSeveralAddressesIsRefused() {
        grant.apps.with(APP, reachableAt(CALLBACK, OTHER));
        grant.absentAnd(approve(SCOPES, null, CHALLENGE))
                .isNo(REDIRECT_URI_REMOVED, "redirectUri", null);
    }

    /** Checklist RU-03. */
    @Test
    void sendsTheCodeToThePortThatAnAppOnADeviceHasGot() {
        grant.apps.with(APP, reachableAt("http://127.0.0.1/cb"));
        grant.absentAnd(approve(SCOPES, "http://127.0.0.1:51234/cb", CHALLENGE))
                .isThat(approved("http://127.0.0.1:51234/cb", true, CHALLENGE, null));
    }

    private static RegisteredApp reachableAt(String... redirectUris) {
        return new RegisteredApp(
                HUB, WORKSPACE, CONFIDENTIAL, REGISTERED.scopes(), List.of(redirectUris), false);
    }
}
