package io.keyledger.command.oauthapp;

import static io.keyledger.api.rejection.RejectionReason.APP_DELETED;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.LOGO_INVALID;
import static io.keyledger.api.rejection.RejectionReason.NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URIS_COUNT;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_INVALID;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_REPEATED;
import static io.keyledger.api.rejection.RejectionReason.SCOPE_UNKNOWN;
import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.CALLBACK;
import static io.keyledger.command.examples.ExampleApp.SCOPES;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;
import static io.keyledger.command.oauthapp.OAuthAppAggregate.DELETED;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.oauthapp.OAuthAppCommand;
import io.keyledger.api.oauthapp.OAuthAppCommand.ChangeOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.ChangeOAuthAppRedirectUris;
import io.keyledger.api.oauthapp.OAuthAppCommand.ChangeOAuthAppScopes;
import io.keyledger.api.oauthapp.OAuthAppCommand.RenameOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.SetOAuthAppLogo;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppLogoSet;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRedirectUrisChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRenamed;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.oauthapp.OAuthAppId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescribingTest {

    private static final String OTHER = "https://client.example.com/other";

    private final OAuthAppAggregate app = new OAuthAppAggregate();

    static List<OAuthAppCommand> changes() {
        return List.of(
                new RenameOAuthApp(APP, "Synch"),
                new SetOAuthAppLogo(APP, Images.PNG),
                new ChangeOAuthAppRedirectUris(APP, List.of(OTHER)),
                new ChangeOAuthAppScopes(APP, List.of("read:members")),
                new ChangeOAuthApp(APP, List.of(new RenameOAuthApp(APP, "Synch"))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aDeletedAppCannotBeChanged(OAuthAppCommand change) {
        app.after(DELETED).asked(change).isNo(APP_DELETED);
    }

    @Nested
    class Renaming {

        @Test
        void givesTheNewName() {
            app.registeredAnd(new RenameOAuthApp(APP, "Synch"))
                    .isThat(new OAuthAppRenamed(APP, "Sync", "Synch"));
        }

        @Test
        void toTheSameNameChangesNothing() {
            app.registeredAnd(new RenameOAuthApp(APP, "Sync")).isThatNothingChanged();
        }

        /** What the consent page names must not read as something else. */
        @Test
        void toANameThatReadsAsAnotherIsRefused() {
            app.registeredAnd(new RenameOAuthApp(APP, "Sync\u202Ecnys"))
                    .isNo(NAME_INVALID, "name", "Sync\uFFFDcnys");
        }
    }

    @Nested
    class SettingTheLogo {

        @Test
        void showsTheImage() {
            app.registeredAnd(new SetOAuthAppLogo(APP, Images.GIF))
                    .isThat(new OAuthAppLogoSet(APP, Images.GIF));
        }

        @Test
        void toNoneRemovesIt() {
            app.after(new OAuthAppLogoSet(APP, Images.GIF))
                    .asked(new SetOAuthAppLogo(APP, null))
                    .isThat(new OAuthAppLogoSet(APP, null));
        }

        @Test
        void toTheSameImageChangesNothing() {
            app.after(new OAuthAppLogoSet(APP, Images.GIF))
                    .asked(new SetOAuthAppLogo(APP, Images.GIF))
                    .isThatNothingChanged();
        }

        @Test
        void toNoneWhereThereIsNoneChangesNothing() {
            app.registeredAnd(new SetOAuthAppLogo(APP, null)).isThatNothingChanged();
        }

        @Test
        void toADocumentIsRefused() {
            app.registeredAnd(new SetOAuthAppLogo(APP, "data:text/html,hello"))
                    .isNo(LOGO_INVALID, "logo", "data:text/html,hello");
        }
    }

    @Nested
    class ChangingTheRedirectUris {

        @Test
        void replacesThem() {
            app.registeredAnd(new ChangeOAuthAppRedirectUris(APP, List.of(OTHER)))
                    .isThat(
                            new OAuthAppRedirectUrisChanged(
                                    APP, List.of(CALLBACK), List.of(OTHER)));
        }

        @Test
        void toTheSameInAnotherOrderChangesNothing() {
            app.after(
                            new OAuthAppRedirectUrisChanged(
                                    APP, List.of(CALLBACK), List.of(CALLBACK, OTHER)))
                    .asked(new ChangeOAuthAppRedirectUris(APP, List.of(OTHER, CALLBACK)))
                    .isThatNothingChanged();
        }

        @Test
        void toNoneIsRefused() {
            app.registeredAnd(new ChangeOAuthAppRedirectUris(APP, List.of()))
                    .isNo(REDIRECT_URIS_COUNT, "redirectUris", "0");
        }

        @Test
        void toOneWithAWildcardIsRefused() {
            app.registeredAnd(new ChangeOAuthAppRedirectUris(APP, List.of("https://*.example/")))
                    .isNo(REDIRECT_URI_INVALID, "redirectUris", "https://*.example/");
        }
    }

    @Nested
    class ChangingTheScopes {

        @Test
        void replacesThem() {
            app.registeredAnd(new ChangeOAuthAppScopes(APP, List.of("read:projects")))
                    .isThat(new OAuthAppScopesChanged(APP, SCOPES, List.of("read:projects")));
        }

        @Test
        void toTheSameInAnotherOrderChangesNothing() {
            app.registeredAnd(new ChangeOAuthAppScopes(APP, SCOPES.reversed()))
                    .isThatNothingChanged();
        }

        @Test
        void toOneThatTheHubDoesNotHaveIsRefused() {
            app.registeredAnd(new ChangeOAuthAppScopes(APP, List.of("admin")))
                    .isNo(SCOPE_UNKNOWN, "scopes", "admin");
        }

        @Test
        void toOneTwiceIsRefused() {
            app.registeredAnd(
                            new ChangeOAuthAppScopes(APP, List.of("read:members", "read:members")))
                    .isNo(SCOPE_REPEATED, "scopes", "read:members");
        }

        @Test
        void isPossibleInAHubThatNoLongerOffersOAuth() {
            app.hubs.publish(PROFILE);
            app.registeredAnd(new ChangeOAuthAppScopes(APP, List.of("read:members")))
                    .isThat(new OAuthAppScopesChanged(APP, SCOPES, List.of("read:members")));
        }

        @Test
        void inAHubWithoutAProfileIsRefused() {
            app.hubs.withdraw(HUB);
            app.registeredAnd(new ChangeOAuthAppScopes(APP, List.of("read:members")))
                    .isNo(HUB_UNKNOWN, "hub", HUB.value());
        }
    }

    @Nested
    class SeveralChanges {

        @Test
        void areMadeInTheirOrder() {
            app.registeredAnd(
                            new ChangeOAuthApp(
                                    APP,
                                    List.of(
                                            new RenameOAuthApp(APP, "Synch"),
                                            new SetOAuthAppLogo(APP, Images.WEBP),
                                            new ChangeOAuthAppRedirectUris(APP, List.of(OTHER)),
                                            new ChangeOAuthAppScopes(
                                                    APP, List.of("read:members")))))
                    .isThat(
                            new OAuthAppRenamed(APP, "Sync", "Synch"),
                            new OAuthAppLogoSet(APP, Images.WEBP),
                            new OAuthAppRedirectUrisChanged(APP, List.of(CALLBACK), List.of(OTHER)),
                            new OAuthAppScopesChanged(APP, SCOPES, List.of("read:members")));
        }

        @Test
        void areNotMadeWhenOneIsRefused() {
            app.registeredAnd(
                            new ChangeOAuthApp(
                                    APP,
                                    List.of(
                                            new RenameOAuthApp(APP, "Synch"),
                                            new ChangeOAuthAppScopes(APP, List.of("admin")))))
                    .isNo(SCOPE_UNKNOWN, "scopes", "admin");
        }

        @Test
        void areNoneWithoutAChange() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ChangeOAuthApp(APP, List.of()));
        }

        @Test
        void areOfOneApp() {
            OAuthAppId another = new OAuthAppId("app_" + "1".repeat(20));
            var change = new RenameOAuthApp(another, "Synch");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ChangeOAuthApp(APP, List.of(change)));
        }
    }
}
