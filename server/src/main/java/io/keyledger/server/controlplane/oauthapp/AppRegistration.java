package io.keyledger.server.controlplane.oauthapp;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppCommand.RegisterOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.controlplane.Word;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/v1/workspaces/{workspace}/oauth-apps}. */
@RestController
@OnCommandNode
@Tag(name = "OAuth apps")
public final class AppRegistration {

    private final Mutations mutations;
    private final IdentifierMint identifiers;
    private final AppSecrets secrets;

    AppRegistration(Mutations mutations, IdentifierMint identifiers, AppSecrets secrets) {
        this.mutations = mutations;
        this.identifiers = identifiers;
        this.secrets = secrets;
    }

    @Operation(
            summary = "Register an OAuth app",
            description =
                    "The answer is the only one that has the client secret. Sent again with the"
                            + " same Idempotency-Key, the call is answered with the same secret for a"
                            + " day.")
    @PostMapping("/admin/v1/workspaces/{workspace}/oauth-apps")
    public ResponseEntity<AppRegistered> register(
            @PathVariable String workspace, @RequestBody Body body, Caller caller) {
        WorkspaceId owner = PathIds.workspace(workspace);
        HubId hub = secrets.hubOf(owner);
        return mutations.once(
                caller,
                body,
                AppRegistered.class,
                new Plan(
                        identifiers.oauthAppId(),
                        body.clientType() == ClientType.PUBLIC ? null : secrets.mint(hub)),
                plan -> register(body.command(plan, owner), hub, plan, body.reason(), caller));
    }

    private Answer<AppRegistered> register(
            RegisterOAuthApp command,
            HubId hub,
            Plan plan,
            @Nullable String reason,
            Caller caller) {
        CommandResult result = mutations.send(caller, reason, command);
        return new Answer<>(
                201,
                Map.of(
                        HttpHeaders.LOCATION,
                        "/admin/v1/oauth-apps/" + command.app(),
                        HttpHeaders.ETAG,
                        EntityTag.of(result.version())),
                AppRegistered.of(command, hub, plan.secret(), result.recordedAt()));
    }

    /**
     * What the call will create. Stored sealed, so that a retry creates the same.
     *
     * @param secret null for a public app
     */
    record Plan(OAuthAppId app, @Nullable MintedSecret secret) {}

    /**
     * What is sent to register an app.
     *
     * @param type {@code confidential}, which is meant when it is left out, or {@code public}
     * @param logo a {@code data:} URL of an image
     */
    public record Body(
            @Nullable String name,
            @Nullable String type,
            @Nullable List<String> redirectUris,
            @Nullable List<String> scopes,
            @Nullable String logo,
            @Nullable String reason) {

        ClientType clientType() {
            return Word.read("type", ClientType.class, type, ClientType.CONFIDENTIAL);
        }

        RegisterOAuthApp command(Plan plan, WorkspaceId workspace) {
            MintedSecret secret = plan.secret();
            return new RegisterOAuthApp(
                    plan.app(),
                    workspace,
                    Required.field("name", name),
                    Required.elements("redirectUris", Required.field("redirectUris", redirectUris)),
                    logo,
                    Required.elements("scopes", Required.field("scopes", scopes)),
                    clientType(),
                    secret == null ? null : secret.record());
        }
    }
}
