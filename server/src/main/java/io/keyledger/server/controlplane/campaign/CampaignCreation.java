package io.keyledger.server.controlplane.campaign;

import io.keyledger.api.campaign.CampaignCommand.CreateCampaign;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.workspace.Workspaces;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/v1/workspaces/{workspace}/campaigns}. */
@RestController
@OnCommandNode
public final class CampaignCreation {

    private final Mutations mutations;
    private final IdentifierMint identifiers;
    private final Workspaces workspaces;

    CampaignCreation(Mutations mutations, IdentifierMint identifiers, Workspaces workspaces) {
        this.mutations = mutations;
        this.identifiers = identifiers;
        this.workspaces = workspaces;
    }

    @PostMapping("/admin/v1/workspaces/{workspace}/campaigns")
    public ResponseEntity<CampaignCreated> create(
            @PathVariable String workspace, @RequestBody Body body, Caller caller) {
        WorkspaceId owner = PathIds.workspace(workspace);
        if (workspaces.hubOf(owner).isEmpty()) {
            throw CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN);
        }
        return mutations.once(
                caller,
                body,
                CampaignCreated.class,
                identifiers.campaignId(),
                campaign -> create(body.command(campaign, owner), body.reason(), caller));
    }

    private Answer<CampaignCreated> create(
            CreateCampaign command, @Nullable String reason, Caller caller) {
        CommandResult result = mutations.send(caller, reason, command);
        String id = command.campaign().value();
        return new Answer<>(
                201,
                Map.of(
                        HttpHeaders.LOCATION,
                        "/admin/v1/campaigns/" + id,
                        HttpHeaders.ETAG,
                        EntityTag.of(result.version())),
                new CampaignCreated(
                        id,
                        command.workspace().value(),
                        Objects.requireNonNullElse(command.externalId(), id),
                        command.name(),
                        result.recordedAt()));
    }

    /** A new campaign; the whole of it is at its location. */
    public record CampaignCreated(
            String id, String workspace, String externalId, String name, Instant createdAt) {}

    /**
     * What is sent to create a campaign.
     *
     * @param collection may be left out where the hub has one collection only
     * @param externalId the id in the hub's paths; left out where that is the campaign's own
     */
    public record Body(
            @Nullable String name,
            @Nullable String externalId,
            @Nullable String collection,
            @Nullable SchemaBody schema,
            @Nullable String reason) {

        CreateCampaign command(CampaignId campaign, WorkspaceId workspace) {
            return new CreateCampaign(
                    campaign,
                    workspace,
                    collection,
                    Required.field("name", name),
                    externalId,
                    SchemaBody.schema(schema));
        }
    }
}
