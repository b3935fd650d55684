package io.keyledger.server.demo;

import io.keyledger.api.account.AccountCommand.JoinWorkspace;
import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountCommand.SetAccountPassword;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppCommand.RegisterOAuthApp;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.password.AccountPasswords;
import java.util.List;
import java.util.OptionalLong;

/** Makes an app for a hub, and a person whom it may ask. */
final class DemoApps {

    private static final String EMAIL = "ada@example.com";

    private final Commands commands;
    private final OAuthAppDirectory apps;
    private final AccountPasswords passwords;
    private final IdentifierMint identifiers;
    private final SecretMint mint;

    DemoApps(
            Commands commands,
            OAuthAppDirectory apps,
            AccountPasswords passwords,
            IdentifierMint identifiers,
            SecretMint mint) {
        this.commands = commands;
        this.apps = apps;
        this.passwords = passwords;
        this.identifiers = identifiers;
        this.mint = mint;
    }

    DemoOAuth planned(HubProfile profile) {
        return new DemoOAuth(
                identifiers.oauthAppId(),
                mint.clientSecret(profile.keys().prefix()),
                identifiers.accountId(),
                EMAIL,
                identifiers.tokenId());
    }

    /** The app comes last: where it is, everything was made, and may have been changed since. */
    void seed(HubProfile profile, WorkspaceId workspace, DemoOAuth demo, Origin origin) {
        if (apps.find(demo.app()).isEmpty()) {
            person(profile, workspace, demo, origin);
            commands.send(app(profile, workspace, demo), origin);
        }
    }

    private void person(HubProfile profile, WorkspaceId workspace, DemoOAuth demo, Origin origin) {
        commands.send(
                new RegisterAccount(demo.account(), profile.hub(), demo.email(), "Ada Holm", null),
                origin);
        commands.send(
                new SetAccountPassword(demo.account()),
                origin,
                OptionalLong.empty(),
                passwords.hash(demo.password()));
        commands.send(new JoinWorkspace(demo.account(), workspace, MemberRole.MEMBER), origin);
    }

    private static RegisterOAuthApp app(HubProfile profile, WorkspaceId workspace, DemoOAuth demo) {
        return new RegisterOAuthApp(
                demo.app(),
                workspace,
                "Demo app",
                List.of(DemoCallback.REGISTERED),
                null,
                profile.scopes().stream().map(Scope::name).toList(),
                ClientType.CONFIDENTIAL,
                demo.clientSecret().record());
    }
}
