package io.keyledger.server.demo;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.MintedSecret;

/**
 * What the demo has of one hub. Minted and written down before anything is made of it, so that a
 * start that dies half way is finished by the next.
 */
record DemoHub(WorkspaceId workspace, ApiKeyId key, MintedSecret secret) {}
