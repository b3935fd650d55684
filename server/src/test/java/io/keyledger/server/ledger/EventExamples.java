package io.keyledger.server.ledger;

import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyAddressesRestricted;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyMetadataReplaced;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyScopesChanged;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevealed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.campaign.CampaignEvent.CampaignArchived;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterChanged;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterDefined;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterRemoved;
import io.keyledger.api.campaign.CampaignEvent.CampaignRenamed;
import io.keyledger.api.campaign.CampaignEvent.CampaignSchemaChanged;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.CampaignSchema.Field;
import io.keyledger.api.campaign.CampaignSchema.Select;
import io.keyledger.api.campaign.FieldType;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.token.Digest;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One event of each kind, in its newest revision: what the golden files hold. */
final class EventExamples {

    static final HubId HUB = new HubId("hubnity");
    static final WorkspaceId WORKSPACE = new WorkspaceId("ws_0123456789ABCDEFGHIJ");
    static final ApiKeyId KEY = new ApiKeyId("key_0123456789abcdefghij");

    static final CampaignId CAMPAIGN = new CampaignId("cmp_0123456789abcdefghij");

    private static final CampaignSchema SCHEMA =
            new CampaignSchema(
                    List.of(
                            new Field("email", "E-mail", FieldType.EMAIL, true, null),
                            new Field("source", "Source", FieldType.SELECT, false, "Sources")),
                    List.of(new Select("Sources", List.of("Vendor XYZ", "Web"))),
                    List.of("New", "Contacted"));

    private static final Instant EXPIRY = Instant.parse("2027-11-22T12:30:00Z");
    private static final Instant GRACE_END = Instant.parse("2026-11-23T18:20:01.123456Z");

    private EventExamples() {}

    static List<Object> all() {
        return Stream.of(
                        ofHubsToKeys(),
                        OAuthEventExamples.ofAccounts(),
                        OAuthEventExamples.ofApps(),
                        OAuthEventExamples.ofGrants())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Object> ofHubsToKeys() {
        return List.of(
                new HubProfilePublished(HUB, 1, ProfileExample.hubnity()),
                new WorkspaceRegistered(WORKSPACE, HUB, "Åsa & Sons", "business", "acme-42"),
                new WorkspaceRenamed(WORKSPACE, "Åsa & Sons", "Åsa “&” Søn"),
                new WorkspacePlanChanged(WORKSPACE, "free", "business"),
                new WorkspaceSuspended(WORKSPACE),
                new WorkspaceResumed(WORKSPACE),
                new CampaignCreated(
                        CAMPAIGN, WORKSPACE, HUB, "leads", "campaign", "1", "Spring", SCHEMA),
                new CampaignRenamed(CAMPAIGN, "Spring", "Spring “&” summer"),
                new CampaignSchemaChanged(CAMPAIGN, CampaignSchema.EMPTY, SCHEMA),
                new CampaignFilterDefined(CAMPAIGN, "Vendor XYZ", List.of(vendor())),
                new CampaignFilterChanged(
                        CAMPAIGN,
                        "Vendor XYZ",
                        List.of(vendor()),
                        List.of(
                                vendor(),
                                new Condition("status", Operator.IN, List.of("New", "Contacted")),
                                new Condition("email", Operator.NOT_EQUALS, List.of("a@b.dk")))),
                new CampaignFilterRemoved(CAMPAIGN, "Vendor XYZ", List.of(vendor())),
                new CampaignArchived(CAMPAIGN),
                new ApiKeyIssued(
                        KEY,
                        WORKSPACE,
                        HUB,
                        "nightly export",
                        List.of("members:read", "teams:read"),
                        null,
                        List.of("203.0.113.0/24", "2001:db8::/32"),
                        new TreeMap<>(Map.of("owner", "data team", "ticket", "OPS-17")),
                        new FilterBinding(CAMPAIGN, "Vendor XYZ"),
                        new DocumentationId("0123456789abcdefghijklmnopq"),
                        secret(1)),
                new ApiKeyRenamed(KEY, "nightly export", "hourly export"),
                new ApiKeyScopesChanged(
                        KEY, List.of("members:read", "teams:read"), List.of("members:read")),
                new ApiKeyExpirySet(KEY, null, EXPIRY),
                new ApiKeyAddressesRestricted(KEY, List.of(), List.of("203.0.113.0/24")),
                new ApiKeyMetadataReplaced(KEY, Map.of("owner", "data team"), Map.of()),
                new ApiKeyRotated(KEY, 2, secret(2), 1, GRACE_END),
                new ApiKeySecretRevealed(KEY, List.of(1, 2)),
                new ApiKeySecretRetired(KEY, 1),
                new ApiKeySecretRevoked(KEY, 2),
                new ApiKeyRevoked(KEY));
    }

    private static Condition vendor() {
        return new Condition("source", Operator.EQUALS, List.of("Vendor XYZ"));
    }

    static SecretRecord secret(long seed) {
        Digest digest = new Digest(seed, -1, 0x0123456789abcdefL, Long.MIN_VALUE);
        return new SecretRecord(digest, "pepper-1", "hbn_…a1B2");
    }
}
