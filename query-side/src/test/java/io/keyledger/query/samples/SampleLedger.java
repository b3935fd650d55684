package io.keyledger.query.samples;

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
import io.keyledger.api.hub.HubId;
import io.keyledger.api.ledger.OriginKeys;
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
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Events as the ledger delivers them, one after the other. */
public final class SampleLedger {

    public static final Instant START = Instant.parse("2027-01-01T12:00:00Z");
    public static final HubId HUB = new HubId("hubnity");
    public static final WorkspaceId WORKSPACE = new WorkspaceId("ws_" + "a".repeat(20));
    public static final ApiKeyId KEY = new ApiKeyId("key_" + "k".repeat(20));
    public static final CampaignId CAMPAIGN = new CampaignId("cmp_" + "c".repeat(20));
    public static final CampaignSchema SCHEMA =
            new CampaignSchema(
                    List.of(
                            new Field("name", "Name", FieldType.TEXT, true, null),
                            new Field("source", "Source", FieldType.SELECT, false, "Sources")),
                    List.of(new Select("Sources", List.of("Vendor XYZ", "Web"))),
                    List.of("New", "Open"));
    public static final Instant GRACE_END = START.plusSeconds(86_400);

    private SampleLedger() {}

    public static List<Object> workspace() {
        return List.of(
                new WorkspaceRegistered(WORKSPACE, HUB, "Acme", "enterprise", "acme-1"),
                new WorkspaceRenamed(WORKSPACE, "Acme", "Acme {plan}"),
                new WorkspacePlanChanged(WORKSPACE, "enterprise", "team"),
                new WorkspaceSuspended(WORKSPACE),
                new WorkspaceResumed(WORKSPACE));
    }

    public static List<Object> campaign() {
        Condition vendor = new Condition("source", Operator.EQUALS, List.of("Vendor XYZ"));
        Condition open = new Condition("status", Operator.IN, List.of("New", "Open"));
        Condition notWeb = new Condition("source", Operator.NOT_EQUALS, List.of("Web"));
        return List.of(
                new CampaignCreated(
                        CAMPAIGN, WORKSPACE, HUB, "leads", "campaign", "1", "Spring", SCHEMA),
                new CampaignFilterDefined(CAMPAIGN, "Vendor XYZ", List.of(vendor)),
                new CampaignFilterDefined(CAMPAIGN, "Open", List.of(open)),
                new CampaignRenamed(CAMPAIGN, "Spring", "May"),
                new CampaignFilterChanged(
                        CAMPAIGN, "Vendor XYZ", List.of(vendor), List.of(vendor, notWeb)),
                new CampaignFilterRemoved(CAMPAIGN, "Open", List.of(open)),
                new CampaignSchemaChanged(
                        CAMPAIGN,
                        SCHEMA,
                        new CampaignSchema(SCHEMA.fields(), SCHEMA.selects(), List.of())),
                new CampaignArchived(CAMPAIGN));
    }

    /** A key that is bound to a filter, and documented. */
    public static ApiKeyIssued boundKey() {
        return new ApiKeyIssued(
                KEY,
                WORKSPACE,
                HUB,
                "Vendor",
                List.of("read:members"),
                null,
                List.of(),
                Map.of(),
                new FilterBinding(CAMPAIGN, "Vendor XYZ"),
                new DocumentationId("d".repeat(27)),
                secret(1));
    }

    public static List<Object> key() {
        return List.of(
                new ApiKeyIssued(
                        KEY,
                        WORKSPACE,
                        HUB,
                        "Reporting sync",
                        List.of("read:members"),
                        null,
                        List.of(),
                        Map.of("team", "hr"),
                        secret(1)),
                new ApiKeyRenamed(KEY, "Reporting sync", "HR sync"),
                new ApiKeyScopesChanged(
                        KEY, List.of("read:members"), List.of("read:members", "read:projects")),
                new ApiKeyExpirySet(KEY, null, START.plusSeconds(1_000_000)),
                new ApiKeyAddressesRestricted(KEY, List.of(), List.of("203.0.113.0/24")),
                new ApiKeyMetadataReplaced(KEY, Map.of("team", "hr"), Map.of("team", "it")),
                new ApiKeyRotated(KEY, 2, secret(2), 1, GRACE_END),
                new ApiKeySecretRevealed(KEY, List.of(1, 2)),
                new ApiKeySecretRetired(KEY, 1),
                new ApiKeyRevoked(KEY));
    }

    /** An event in the history of its aggregate, with an origin. */
    public static DomainEventMessage<Object> message(Object event, long version) {
        return new GenericDomainEventMessage<>(
                        "test", "aggregate", version, event, Map.of(), "event-" + version, START)
                .withMetaData(
                        Map.of(
                                OriginKeys.ACTOR,
                                "key:key_admin",
                                OriginKeys.SOURCE_ADDRESS,
                                "203.0.113.7",
                                OriginKeys.CORRELATION_ID,
                                "request-1",
                                OriginKeys.CAUSATION_ID,
                                "command-1",
                                OriginKeys.REASON,
                                "because"));
    }

    private static SecretRecord secret(int generation) {
        return new SecretRecord(new Digest(generation, 2, 3, 4), "p1", "hbn_…000" + generation);
    }
}
