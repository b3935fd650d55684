package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.ApiKeyCommand;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKeySecret;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/v1/keys/{key}/revoke}: true when it returns, on every node. */
@RestController
@OnCommandNode
public final class KeyRevocation {

    private final Mutations mutations;

    KeyRevocation(Mutations mutations) {
        this.mutations = mutations;
    }

    @PostMapping("/admin/v1/keys/{key}/revoke")
    public ResponseEntity<ChangeAnswer> revoke(
            @PathVariable String key,
            @RequestBody(required = false) @Nullable Body body,
            Caller caller) {
        ApiKeyId id = PathIds.key(key);
        Body given = body == null ? new Body(null, null) : body;
        return mutations.change(caller, key, given, given.reason(), given.command(id));
    }

    /**
     * What is sent to revoke a key.
     *
     * @param secret the generation of the one secret to revoke; left out for the whole key
     */
    public record Body(@Nullable String reason, @Nullable Integer secret) {

        ApiKeyCommand command(ApiKeyId key) {
            return secret == null ? new RevokeApiKey(key) : new RevokeApiKeySecret(key, secret);
        }
    }
}
