package io.keyledger.server.controlplane.campaign;

import io.keyledger.api.access.Condition;
import io.keyledger.api.campaign.CampaignCommand.DefineCampaignFilter;
import io.keyledger.api.campaign.CampaignCommand.RemoveCampaignFilter;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT} and {@code DELETE /admin/v1/campaigns/{campaign}/filters/{name}}: a change holds for
 * every key that is bound to the filter when it is answered.
 */
@RestController
@OnCommandNode
public final class FilterChanges {

    private static final String PATH = "/admin/v1/campaigns/{campaign}/filters/{name}";

    private final Mutations mutations;

    FilterChanges(Mutations mutations) {
        this.mutations = mutations;
    }

    @PutMapping(PATH)
    public ResponseEntity<ChangeAnswer> put(
            @PathVariable String campaign,
            @PathVariable String name,
            @RequestBody Body body,
            Caller caller) {
        return mutations.change(
                caller,
                campaign,
                body,
                body.reason(),
                body.command(PathIds.campaign(campaign), name));
    }

    @DeleteMapping(PATH)
    public ResponseEntity<ChangeAnswer> delete(
            @PathVariable String campaign,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        return mutations.change(
                caller,
                campaign,
                new Why(reason),
                reason,
                new RemoveCampaignFilter(PathIds.campaign(campaign), name));
    }

    /**
     * What is sent to define or change a filter.
     *
     * @param conditions all of which a row must meet
     */
    public record Body(@Nullable List<ConditionBody> conditions, @Nullable String reason) {

        DefineCampaignFilter command(CampaignId campaign, String filter) {
            return new DefineCampaignFilter(campaign, filter, read());
        }

        /** The conditions, each of which is one. */
        public List<Condition> read() {
            return Required.items("conditions", Required.field("conditions", conditions)).stream()
                    .map(ConditionBody::condition)
                    .toList();
        }
    }
}
