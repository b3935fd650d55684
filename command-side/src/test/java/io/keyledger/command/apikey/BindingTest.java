package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.BINDING_UNKNOWN;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleKey.KEY;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.examples.ExampleKey.secret;

import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys that are bound to a campaign, or to a filter of it. */
class BindingTest {

    private static final CampaignId CAMPAIGN = new CampaignId("cmp_SpringSpringSpringSp");
    private static final FilterBinding WHOLE = new FilterBinding(CAMPAIGN, null);
    private static final FilterBinding VENDOR = new FilterBinding(CAMPAIGN, "Vendor XYZ");
    private static final DocumentationId DOCUMENTATION = new DocumentationId("d".repeat(27));

    private final ApiKeyAggregate key = new ApiKeyAggregate();

    @Test
    void aKeyCanBeBoundToAFilter() {
        key.campaigns.with(WORKSPACE, VENDOR);
        key.absentAnd(issue(VENDOR)).isThat(issued(VENDOR));
    }

    @Test
    void aKeyCanBeBoundToAWholeCampaign() {
        key.campaigns.with(WORKSPACE, WHOLE);
        key.absentAnd(issue(WHOLE)).isThat(issued(WHOLE));
    }

    @Test
    void aKeyCannotBeBoundToWhatThereIsNot() {
        key.campaigns.with(WORKSPACE, WHOLE);
        key.absentAnd(issue(VENDOR)).isNo(BINDING_UNKNOWN, "filter", "Vendor XYZ");
    }

    /** Another workspace's campaign looks exactly like none. */
    @Test
    void aKeyCannotBeBoundToTheCampaignOfAnotherWorkspace() {
        key.campaigns.with(new WorkspaceId("ws_0therOtherOtherOther"), WHOLE);
        key.absentAnd(issue(WHOLE)).isNo(BINDING_UNKNOWN, "filter", CAMPAIGN.value());
    }

    @Test
    void issuingABoundKeyAgainChangesNothingEvenWhenItsFilterIsGone() {
        key.issuedAnd(issue(VENDOR)).isThatNothingChanged();
    }

    private static IssueApiKey issue(FilterBinding binding) {
        return new IssueApiKey(
                KEY,
                WORKSPACE,
                "Vendor",
                List.of("read:members"),
                null,
                List.of(),
                Map.of(),
                binding,
                DOCUMENTATION,
                secret(1));
    }

    private static ApiKeyIssued issued(FilterBinding binding) {
        return new ApiKeyIssued(
                KEY,
                WORKSPACE,
                HUB,
                "Vendor",
                List.of("read:members"),
                null,
                List.of(),
                Map.of(),
                binding,
                DOCUMENTATION,
                secret(1));
    }
}
