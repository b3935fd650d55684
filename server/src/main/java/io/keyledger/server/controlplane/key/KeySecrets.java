package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.command.workspace.Workspaces;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.query.verification.KeyDirectory.SecretStanding;
import io.keyledger.server.node.OnCommandNode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mints secrets in the form of the hub that they are for. */
@Component
@OnCommandNode
final class KeySecrets {

    private final SecretMint mint;
    private final Workspaces workspaces;
    private final HubProfiles profiles;
    private final KeyDirectory keys;

    KeySecrets(SecretMint mint, Workspaces workspaces, HubProfiles profiles, KeyDirectory keys) {
        this.mint = mint;
        this.workspaces = workspaces;
        this.profiles = profiles;
        this.keys = keys;
    }

    HubId hubOf(WorkspaceId workspace) {
        return workspaces
                .hubOf(workspace)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN));
    }

    HubId hubOf(ApiKeyId key) {
        return keys.hubOf(key)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.KEY_UNKNOWN));
    }

    /** How a key's secrets stand, oldest first, as true as the enforcement tables. */
    List<SecretStanding> of(ApiKeyId key) {
        return keys.secretsOf(key);
    }

    MintedSecret mint(HubId hub) {
        HubProfile profile =
                profiles.current(hub)
                        .orElseThrow(() -> CommandRejected.because(RejectionReason.HUB_UNKNOWN));
        return mint.mint(profile.keys().prefix());
    }
}
