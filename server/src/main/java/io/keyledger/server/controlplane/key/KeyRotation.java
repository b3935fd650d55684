package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.ApiKeyCommand.RotateApiKey;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.hub.HubId;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.query.verification.KeyDirectory.SecretStanding;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Receipt;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/v1/keys/{key}/rotate}. */
@RestController
@OnCommandNode
public final class KeyRotation {

    private final Mutations mutations;
    private final KeySecrets secrets;

    KeyRotation(Mutations mutations, KeySecrets secrets) {
        this.mutations = mutations;
        this.secrets = secrets;
    }

    @PostMapping("/admin/v1/keys/{key}/rotate")
    public ResponseEntity<KeyRotated> rotate(
            @PathVariable String key,
            @RequestBody(required = false) @Nullable Body body,
            Caller caller) {
        ApiKeyId id = PathIds.key(key);
        Body given = body == null ? new Body(null, null) : body;
        HubId hub = secrets.hubOf(id);
        GrantableScopes.check(caller, hub, secrets.scopesOf(id));
        return mutations.once(
                caller,
                given,
                KeyRotated.class,
                secrets.mint(hub),
                secret -> rotate(id, secret, given, caller));
    }

    private Answer<KeyRotated> rotate(ApiKeyId key, MintedSecret secret, Body body, Caller caller) {
        RotateApiKey command = new RotateApiKey(key, secret.record(), body.gracePeriod());
        CommandResult result =
                mutations.send(caller, body.reason(), command, secrets.sealedNext(key, secret));
        return new Answer<>(
                201,
                Map.of(HttpHeaders.ETAG, EntityTag.of(result.version())),
                answer(key, secret, mutations.receipt(result)));
    }

    private KeyRotated answer(ApiKeyId key, MintedSecret secret, Receipt receipt) {
        List<SecretStanding> all = secrets.of(key);
        SecretStanding current = generation(all, secret);
        SecretStanding previous = all.get(all.indexOf(current) - 1);
        return new KeyRotated(
                key.value(),
                secret.plaintext(),
                secret.record().hint(),
                current.generation(),
                previous.graceEndsAt(),
                receipt);
    }

    private static SecretStanding generation(List<SecretStanding> all, MintedSecret secret) {
        return all.stream()
                .filter(standing -> standing.digest().equals(secret.record().digest()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What is sent to rotate a key.
     *
     * @param gracePeriod how long the old secret is accepted (ISO 8601, such as PT24H); left out
     *     for the hub's own
     */
    public record Body(@Nullable Duration gracePeriod, @Nullable String reason) {}
}
