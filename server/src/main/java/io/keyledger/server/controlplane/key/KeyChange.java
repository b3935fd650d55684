package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubId;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PATCH /admin/v1/keys/{key}}. */
@RestController
@OnCommandNode
public final class KeyChange {

    private final Mutations mutations;
    private final KeySecrets secrets;

    KeyChange(Mutations mutations, KeySecrets secrets) {
        this.mutations = mutations;
        this.secrets = secrets;
    }

    @PatchMapping("/admin/v1/keys/{key}")
    public ResponseEntity<ChangeAnswer> patch(
            @PathVariable String key, @RequestBody KeyPatch patch, Caller caller) {
        ApiKeyId id = PathIds.key(key);
        HubId hub = secrets.hubOf(id);
        GrantableScopes.check(caller, hub, secrets.scopesOf(id));
        GrantableScopes.check(caller, hub, patch.scopes());
        return mutations.change(caller, key, patch, patch.reason(), patch.command(id));
    }
}
