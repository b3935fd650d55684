package io.keyledger.server.controlplane.key;

import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.controlplane.documentation.DocumentationLinks;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/v1/workspaces/{workspace}/keys}. */
@RestController
@OnCommandNode
public final class KeyIssuing {

    private final Mutations mutations;
    private final IdentifierMint identifiers;
    private final KeySecrets secrets;

    KeyIssuing(Mutations mutations, IdentifierMint identifiers, KeySecrets secrets) {
        this.mutations = mutations;
        this.identifiers = identifiers;
        this.secrets = secrets;
    }

    @PostMapping("/admin/v1/workspaces/{workspace}/keys")
    public ResponseEntity<KeyIssued> issue(
            @PathVariable String workspace, @RequestBody Body body, Caller caller) {
        WorkspaceId owner = PathIds.workspace(workspace);
        HubId hub = secrets.hubOf(owner);
        GrantableScopes.check(caller, hub, body.scopes());
        return mutations.once(
                caller,
                body,
                KeyIssued.class,
                new Plan(
                        identifiers.apiKeyId(),
                        secrets.documents(hub) ? identifiers.documentationId() : null,
                        secrets.mint(hub)),
                plan -> issue(body.command(plan, owner), hub, plan, body.reason(), caller));
    }

    private Answer<KeyIssued> issue(
            IssueApiKey command, HubId hub, Plan plan, @Nullable String reason, Caller caller) {
        CommandResult result =
                mutations.send(
                        caller,
                        reason,
                        command,
                        secrets.sealedFirst(hub, command.key(), plan.secret()));
        KeyIssued answer =
                new KeyIssued(
                        command.key().value(),
                        plan.secret().plaintext(),
                        command.secret().hint(),
                        command.workspace().value(),
                        hub.value(),
                        command.name(),
                        command.scopes(),
                        command.expiresAt(),
                        command.allowedCidrs(),
                        command.metadata(),
                        BindingBody.of(command.filter()),
                        DocumentationLinks.url(secrets.basePath(hub), command.documentation()),
                        1,
                        result.recordedAt());
        return new Answer<>(
                201,
                Map.of(
                        HttpHeaders.LOCATION,
                        "/admin/v1/keys/" + command.key(),
                        HttpHeaders.ETAG,
                        EntityTag.of(result.version())),
                answer);
    }

    /** What the call will create. Stored sealed, so that a retry creates the same. */
    record Plan(ApiKeyId key, @Nullable DocumentationId documentation, MintedSecret secret) {}

    /** What is sent to issue a key. */
    public record Body(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable List<String> allowedCidrs,
            @Nullable Map<String, String> metadata,
            @Nullable BindingBody filter,
            @Nullable String reason) {

        IssueApiKey command(Plan plan, WorkspaceId workspace) {
            return new IssueApiKey(
                    plan.key(),
                    workspace,
                    Required.field("name", name),
                    Required.elements("scopes", Required.field("scopes", scopes)),
                    expiresAt,
                    Required.elements("allowedCidrs", allowedCidrs),
                    Required.entries("metadata", metadata),
                    filter == null ? null : filter.binding(),
                    plan.documentation(),
                    plan.secret().record());
        }
    }
}
