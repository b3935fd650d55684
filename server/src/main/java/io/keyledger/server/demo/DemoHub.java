package io.keyledger.server.demo;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.MintedSecret;
import org.jspecify.annotations.Nullable;

/**
 * What the demo has of one hub. Minted and written down before anything is made of it, so that a
 * start that dies half way is finished by the next.
 *
 * @param oauth null where the hub has none, or where the demo was made before there was any
 */
record DemoHub(
        WorkspaceId workspace, ApiKeyId key, MintedSecret secret, @Nullable DemoOAuth oauth) {

    DemoHub with(DemoOAuth more) {
        return new DemoHub(workspace, key, secret, more);
    }
}
