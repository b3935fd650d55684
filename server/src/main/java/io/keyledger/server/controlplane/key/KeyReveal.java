package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.ApiKeyCommand.RevealApiKeySecrets;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.reveal.RecoverableSecrets;
import io.keyledger.server.reveal.RecoverableSecrets.Opened;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /admin/v1/keys/{key}/reveal}: shows a key's live secrets again, for hubs that keep
 * them. Nothing is shown before it is in the ledger. Each call is an event, also one that is sent
 * again: an {@code Idempotency-Key} changes nothing, so that no secret is kept for a second answer.
 */
@RestController
@OnCommandNode
public final class KeyReveal {

    private final Mutations mutations;
    private final RecoverableSecrets secrets;
    private final Clock clock;

    KeyReveal(Mutations mutations, RecoverableSecrets secrets, Clock clock) {
        this.mutations = mutations;
        this.secrets = secrets;
        this.clock = clock;
    }

    @PostMapping("/admin/v1/keys/{key}/reveal")
    public ResponseEntity<KeyRevealed> reveal(
            @PathVariable String key,
            @RequestBody(required = false) @Nullable Body body,
            Caller caller) {
        ApiKeyId id = PathIds.key(key);
        List<Opened> opened = secrets.open(id, clock.instant());
        List<Integer> generations = opened.stream().map(Opened::generation).toList();
        CommandResult recorded =
                mutations.send(
                        caller,
                        body == null ? null : body.reason(),
                        new RevealApiKeySecrets(id, generations));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(EntityTag.of(recorded.version()))
                .body(KeyRevealed.of(id, opened));
    }

    /** What may be sent to reveal a key's secrets. */
    public record Body(@Nullable String reason) {}
}
