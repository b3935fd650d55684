package io.keyledger.server.controlplane.workspace;

import io.keyledger.api.workspace.WorkspaceCommand.RegisterWorkspace;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/v1/hubs/{hub}/workspaces}. */
@RestController
@OnCommandNode
public final class WorkspaceRegistration {

    private final Mutations mutations;
    private final IdentifierMint identifiers;

    WorkspaceRegistration(Mutations mutations, IdentifierMint identifiers) {
        this.mutations = mutations;
        this.identifiers = identifiers;
    }

    @PostMapping("/admin/v1/hubs/{hub}/workspaces")
    public ResponseEntity<WorkspaceAnswer> register(
            @PathVariable String hub, @RequestBody Body body, Caller caller) {
        WorkspaceId minted = identifiers.workspaceId();
        return mutations.once(
                caller,
                body,
                WorkspaceAnswer.class,
                minted,
                workspace -> register(body.command(workspace, hub), body.reason(), caller));
    }

    private Answer<WorkspaceAnswer> register(
            RegisterWorkspace command, @Nullable String reason, Caller caller) {
        CommandResult result = mutations.send(caller, reason, command);
        String id = command.workspace().value();
        WorkspaceAnswer answer =
                new WorkspaceAnswer(
                        id,
                        command.hub().value(),
                        command.name(),
                        command.plan(),
                        command.externalId(),
                        "active",
                        result.recordedAt());
        return new Answer<>(
                201,
                Map.of(
                        HttpHeaders.LOCATION,
                        "/admin/v1/workspaces/" + id,
                        HttpHeaders.ETAG,
                        EntityTag.of(result.version())),
                answer);
    }

    /** What is sent to register a workspace. */
    public record Body(
            @Nullable String name,
            @Nullable String plan,
            @Nullable String externalId,
            @Nullable String reason) {

        RegisterWorkspace command(WorkspaceId workspace, String hub) {
            return new RegisterWorkspace(
                    workspace,
                    PathIds.hub(hub),
                    Required.field("name", name),
                    Required.field("plan", plan),
                    externalId);
        }
    }
}
