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
import io.keyledger.server.reveal.RecoverableSecrets;
import io.keyledger.server.reveal.SealedSecret;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mints secrets in the form of the hub that they are for, and seals those that it keeps. */
@Component
@OnCommandNode
final class KeySecrets {

    private final SecretMint mint;
    private final Workspaces workspaces;
    private final HubProfiles profiles;
    private final KeyDirectory keys;
    private final RecoverableSecrets recoverable;

    KeySecrets(
            SecretMint mint,
            Workspaces workspaces,
            HubProfiles profiles,
            KeyDirectory keys,
            RecoverableSecrets recoverable) {
        this.mint = mint;
        this.workspaces = workspaces;
        this.profiles = profiles;
        this.keys = keys;
        this.recoverable = recoverable;
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

    /** What a key may do, as true as the enforcement tables. */
    Set<String> scopesOf(ApiKeyId key) {
        return keys.scopesOf(key);
    }

    /** How a key's secrets stand, oldest first, as true as the enforcement tables. */
    List<SecretStanding> of(ApiKeyId key) {
        return keys.secretsOf(key);
    }

    MintedSecret mint(HubId hub) {
        return mint.mint(profile(hub).keys().prefix());
    }

    /** Whether the keys of a hub have public documentation: where there are rows to document. */
    boolean documents(HubId hub) {
        return !profile(hub).collections().isEmpty();
    }

    /** What has to travel with the command that brings the first secret of a key. */
    @Nullable SealedSecret sealedFirst(HubId hub, ApiKeyId key, MintedSecret secret) {
        return recoverable.seal(profile(hub), key, 1, secret);
    }

    /** What has to travel with the command that brings the next secret of a key. */
    @Nullable SealedSecret sealedNext(ApiKeyId key, MintedSecret secret) {
        return recoverable.seal(profile(hubOf(key)), key, of(key).size() + 1, secret);
    }

    /** Where the surface of a hub stands. */
    String basePath(HubId hub) {
        return profile(hub).basePath();
    }

    private HubProfile profile(HubId hub) {
        return profiles.current(hub)
                .orElseThrow(() -> CommandRejected.because(RejectionReason.HUB_UNKNOWN));
    }
}
