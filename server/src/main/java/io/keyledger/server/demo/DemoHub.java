package io.keyledger.server.demo;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.MintedSecret;
import org.jspecify.annotations.Nullable;

/**
 * What the demo has of one hub. Minted and written down before anything is made of it, so that a
 * start that dies half way is finished by the next.
 *
 * @param person null where the demo was made before there were any
 * @param app null where the hub has no OAuth, or where the demo was made before there was any
 */
record DemoHub(
        WorkspaceId workspace,
        ApiKeyId key,
        MintedSecret secret,
        @Nullable DemoPerson person,
        @Nullable DemoApp app) {

    DemoHub with(DemoPerson somebody) {
        return new DemoHub(workspace, key, secret, somebody, app);
    }

    DemoHub with(DemoApp more) {
        return new DemoHub(workspace, key, secret, person, more);
    }
}
