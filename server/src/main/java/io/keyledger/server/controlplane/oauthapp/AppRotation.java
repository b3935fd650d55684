package io.keyledger.server.controlplane.oauthapp;

import io.keyledger.api.oauthapp.OAuthAppCommand.RotateOAuthAppSecret;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.query.oauth.LiveAppSecret;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Receipt;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** {@code POST /admin/v1/oauth-apps/{app}/rotate-secret}. */
@RestController
@OnCommandNode
@Tag(name = "OAuth apps")
public final class AppRotation {

    private final Mutations mutations;
    private final AppSecrets secrets;

    AppRotation(Mutations mutations, AppSecrets secrets) {
        this.mutations = mutations;
        this.secrets = secrets;
    }

    @Operation(
            summary = "Give an OAuth app a new client secret",
            description =
                    "The old one is accepted for the grace period. A grace period of PT0S ends"
                            + " every older secret at once.")
    @PostMapping("/admin/v1/oauth-apps/{app}/rotate-secret")
    public ResponseEntity<AppRotated> rotate(
            @PathVariable String app,
            @RequestBody(required = false) @Nullable Body body,
            Caller caller) {
        OAuthAppId id = PathIds.app(app);
        Body given = body == null ? new Body(null, null) : body;
        return mutations.once(
                caller,
                given,
                AppRotated.class,
                secrets.mint(secrets.hubOf(id)),
                secret -> rotate(id, secret, given, caller));
    }

    private Answer<AppRotated> rotate(
            OAuthAppId app, MintedSecret secret, Body body, Caller caller) {
        CommandResult result =
                mutations.send(
                        caller,
                        body.reason(),
                        new RotateOAuthAppSecret(app, secret.record(), body.gracePeriod()));
        return new Answer<>(
                201,
                Map.of(HttpHeaders.ETAG, EntityTag.of(result.version())),
                answer(app, secret, mutations.receipt(result)));
    }

    private AppRotated answer(OAuthAppId app, MintedSecret secret, Receipt receipt) {
        List<LiveAppSecret> live = secrets.of(app);
        LiveAppSecret current = find(live, secret);
        int previous = live.indexOf(current) + 1;
        return new AppRotated(
                app.value(),
                secret.plaintext(),
                secret.record().hint(),
                current.generation(),
                previous < live.size() ? live.get(previous).validUntil() : null,
                receipt);
    }

    /** Another rotation, or a deletion, may have ended it in this very moment. */
    private static LiveAppSecret find(List<LiveAppSecret> live, MintedSecret secret) {
        return live.stream()
                .filter(it -> it.digest().equals(secret.record().digest()))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
    }

    /**
     * What is sent to rotate a secret.
     *
     * @param gracePeriod how long the old secret is accepted (ISO 8601, such as PT24H); left out
     *     for the hub's own
     */
    public record Body(@Nullable Duration gracePeriod, @Nullable String reason) {}
}
