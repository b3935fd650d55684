package io.keyledger.query.samples;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyAddressesRestricted;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyMetadataReplaced;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyScopesChanged;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.apikey.SecretRecord;
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
