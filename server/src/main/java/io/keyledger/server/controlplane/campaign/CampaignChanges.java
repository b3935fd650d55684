package io.keyledger.server.controlplane.campaign;

import io.keyledger.api.campaign.CampaignCommand.ArchiveCampaign;
import io.keyledger.api.campaign.CampaignCommand.CampaignChange;
import io.keyledger.api.campaign.CampaignCommand.ChangeCampaign;
import io.keyledger.api.campaign.CampaignCommand.ChangeCampaignSchema;
import io.keyledger.api.campaign.CampaignCommand.RenameCampaign;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes of a campaign: its name and schema, and its end. */
@RestController
@OnCommandNode
public final class CampaignChanges {

    private final Mutations mutations;

    CampaignChanges(Mutations mutations) {
        this.mutations = mutations;
    }

    @PatchMapping("/admin/v1/campaigns/{campaign}")
    public ResponseEntity<ChangeAnswer> patch(
            @PathVariable String campaign, @RequestBody Patch patch, Caller caller) {
        return mutations.change(
                caller, campaign, patch, patch.reason(), patch.command(PathIds.campaign(campaign)));
    }

    @PostMapping("/admin/v1/campaigns/{campaign}/archive")
    public ResponseEntity<ChangeAnswer> archive(
            @PathVariable String campaign,
            @RequestBody(required = false) @Nullable Why why,
            Caller caller) {
        Why given = why == null ? new Why(null) : why;
        return mutations.change(
                caller,
                campaign,
                given,
                given.reason(),
                new ArchiveCampaign(PathIds.campaign(campaign)));
    }

    /**
     * What is to be changed; what is left out stays as it is. The schema is replaced as a whole.
     */
    public record Patch(
            @Nullable String name, @Nullable SchemaBody schema, @Nullable String reason) {

        ChangeCampaign command(CampaignId campaign) {
            List<CampaignChange> changes = new ArrayList<>();
            if (name != null) {
                changes.add(new RenameCampaign(campaign, name));
            }
            if (schema != null) {
                changes.add(new ChangeCampaignSchema(campaign, SchemaBody.schema(schema)));
            }
            if (changes.isEmpty()) {
                throw ProblemException.of(
                        ProblemCode.MISSING_FIELD, "Name what to change: name or schema.");
            }
            return new ChangeCampaign(campaign, changes);
        }
    }
}
