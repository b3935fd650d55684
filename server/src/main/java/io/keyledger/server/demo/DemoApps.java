package io.keyledger.server.demo;

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
import java.util.List;

/** Makes an app for a hub. */
final class DemoApps {

    private final Commands commands;
    private final OAuthAppDirectory apps;
    private final IdentifierMint identifiers;
    private final SecretMint mint;

    DemoApps(
            Commands commands,
            OAuthAppDirectory apps,
            IdentifierMint identifiers,
            SecretMint mint) {
        this.commands = commands;
        this.apps = apps;
        this.identifiers = identifiers;
        this.mint = mint;
    }

    DemoApp planned(HubProfile profile) {
        return new DemoApp(identifiers.oauthAppId(), mint.clientSecret(profile.keys().prefix()));
    }

    void seed(HubProfile profile, WorkspaceId workspace, DemoApp demo, Origin origin) {
        if (apps.find(demo.app()).isEmpty()) {
            commands.send(app(profile, workspace, demo), origin);
        }
    }

    private static RegisterOAuthApp app(HubProfile profile, WorkspaceId workspace, DemoApp demo) {
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
