package io.keyledger.server.controlplane.oauthapp;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.command.workspace.Workspaces;
import io.keyledger.query.oauth.LiveAppSecret;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mints client secrets in the form of the hub that they are for. None is ever kept. */
@Component
@OnCommandNode
final class AppSecrets {

    private final SecretMint mint;
    private final Workspaces workspaces;
    private final HubProfiles profiles;
    private final OAuthAppDirectory apps;
    private final Clock clock;

    AppSecrets(
            SecretMint mint,
            Workspaces workspaces,
            HubProfiles profiles,
            OAuthAppDirectory apps,
            Clock clock) {
        this.mint = mint;
        this.workspaces = workspaces;
        this.profiles = profiles;
        this.apps = apps;
        this.clock = clock;
    }

    HubId hubOf(WorkspaceId workspace) {
        return workspaces
                .hubOf(workspace)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN));
    }

    HubId hubOf(OAuthAppId app) {
        return apps.find(app)
                .map(OAuthAppStanding::hub)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.APP_UNKNOWN));
    }

    MintedSecret mint(HubId hub) {
        HubProfile profile =
                profiles.current(hub)
                        .orElseThrow(() -> CommandRejected.because(RejectionReason.HUB_UNKNOWN));
        return mint.clientSecret(profile.keys().prefix());
    }

    /** Those that are accepted, the newest first. */
    List<LiveAppSecret> of(OAuthAppId app) {
        return apps.secretsOf(app, clock.instant());
    }
}
