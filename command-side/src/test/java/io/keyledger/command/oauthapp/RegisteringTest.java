package io.keyledger.command.oauthapp;

import static io.keyledger.api.oauthapp.ClientType.CONFIDENTIAL;
import static io.keyledger.api.oauthapp.ClientType.PUBLIC;
import static io.keyledger.api.rejection.RejectionReason.APP_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.APP_IS_PUBLIC;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.LOGO_INVALID;
import static io.keyledger.api.rejection.RejectionReason.NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.OAUTH_NOT_OFFERED;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URIS_COUNT;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_INVALID;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_MISSING;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;
import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.CALLBACK;
import static io.keyledger.command.examples.ExampleApp.SCOPES;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.examples.ExampleKey.secret;
import static io.keyledger.command.oauthapp.OAuthAppAggregate.DELETED;
import static io.keyledger.command.oauthapp.OAuthAppAggregate.REGISTERED;
import static io.keyledger.command.oauthapp.OAuthAppAggregate.WITHOUT_SECRET;
import static io.keyledger.command.oauthapp.OAuthAppAggregate.rotated;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppCommand.RegisterOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRenamed;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisteringTest {

    private static final RegisterOAuthApp REGISTER = register("Sync", List.of(CALLBACK), SCOPES);

    private final OAuthAppAggregate app = new OAuthAppAggregate();

    @Test
    void takesAConfidentialAppIntoTheLedger() {
        app.absentAnd(REGISTER).isThat(REGISTERED);
    }

    @Test
    void takesAPublicAppIntoTheLedger() {
        app.absentAnd(register(PUBLIC, null)).isThat(WITHOUT_SECRET);
    }

    @Test
    void keepsTheLogo() {
        app.absentAnd(withLogo(Images.PNG))
                .isThat(
                        new OAuthAppRegistered(
                                APP,
                                WORKSPACE,
                                HUB,
                                "Sync",
                                List.of(CALLBACK),
                                Images.PNG,
                                SCOPES,
                                CONFIDENTIAL,
                                secret(1)));
    }

    @Test
    void againWithEqualValuesIsARetryAndChangesNothing() {
        app.registeredAnd(REGISTER).isThatNothingChanged();
    }

    @Test
    void isARetryStillWhenTheAppHasChangedSince() {
        app.after(new OAuthAppRenamed(APP, "Sync", "Synch"), rotated(2, NOW), DELETED)
                .asked(REGISTER)
                .isThatNothingChanged();
    }

    @Test
    void againWithAnotherSecretIsRefused() {
        app.registeredAnd(register(CONFIDENTIAL, secret(2))).isNo(APP_ID_TAKEN, "id", APP.value());
    }

    @Test
    void againWithAnotherNameIsRefused() {
        app.registeredAnd(register("Synch", List.of(CALLBACK), SCOPES))
                .isNo(APP_ID_TAKEN, "id", APP.value());
    }

    @Test
    void aPublicAppWithASecretIsRefused() {
        app.absentAnd(register(PUBLIC, secret(1))).isNo(APP_IS_PUBLIC);
    }

    @Test
    void aConfidentialAppWithoutASecretCannotEvenBeAskedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> register(CONFIDENTIAL, null));
    }

    @Test
    void inAWorkspaceThatDoesNotExistIsRefused() {
        WorkspaceId nowhere = new WorkspaceId("ws_NowhereNowhereNowher");
        app.absentAnd(
                        new RegisterOAuthApp(
                                APP,
                                nowhere,
                                "Sync",
                                List.of(CALLBACK),
                                null,
                                SCOPES,
                                PUBLIC,
                                null))
                .isNo(WORKSPACE_UNKNOWN, "workspace", nowhere.value());
    }

    @Test
    void inAHubWithoutOAuthIsRefused() {
        app.hubs.publish(PROFILE);
        app.absentAnd(REGISTER).isNo(OAUTH_NOT_OFFERED);
    }

    @Test
    void inAHubWithoutAProfileIsRefused() {
        app.hubs.withdraw(HUB);
        app.absentAnd(REGISTER).isNo(HUB_UNKNOWN, "hub", HUB.value());
    }

    @Test
    void withoutANameIsRefused() {
        app.absentAnd(register("", List.of(CALLBACK), SCOPES)).isNo(NAME_INVALID, "name", "");
    }

    @Test
    void withoutARedirectUriIsRefused() {
        app.absentAnd(register("Sync", List.of(), SCOPES))
                .isNo(REDIRECT_URIS_COUNT, "redirectUris", "0");
    }

    @Test
    void withARedirectUriThatOthersCanListenToIsRefused() {
        app.absentAnd(register("Sync", List.of(CALLBACK, "http://client.example.com/cb"), SCOPES))
                .isNo(REDIRECT_URI_INVALID, "redirectUris", "http://client.example.com/cb");
    }

    @Test
    void withALogoThatWouldHaveToBeFetchedIsRefused() {
        app.absentAnd(withLogo("https://client.example.com/logo.png"))
                .isNo(LOGO_INVALID, "logo", "https://client.example.com/logo.png");
    }

    @Test
    void withoutAScopeIsRefused() {
        app.absentAnd(register("Sync", List.of(CALLBACK), List.of()))
                .isNo(SCOPE_MISSING, "scopes", null);
    }

    @Test
    void withAScopeThatTheHubDoesNotHaveIsRefused() {
        app.absentAnd(register("Sync", List.of(CALLBACK), List.of("read:members", "admin")))
                .isNo(SCOPE_UNKNOWN, "scopes", "admin");
    }

    private static RegisterOAuthApp register(
            String name, List<String> redirectUris, List<String> scopes) {
        return new RegisterOAuthApp(
                APP, WORKSPACE, name, redirectUris, null, scopes, CONFIDENTIAL, secret(1));
    }

    private static RegisterOAuthApp register(ClientType type, @Nullable SecretRecord secret) {
        return new RegisterOAuthApp(
                APP, WORKSPACE, "Sync", List.of(CALLBACK), null, SCOPES, type, secret);
    }

    private static RegisterOAuthApp withLogo(String logo) {
        return new RegisterOAuthApp(
                APP, WORKSPACE, "Sync", List.of(CALLBACK), logo, SCOPES, CONFIDENTIAL, secret(1));
    }
}
