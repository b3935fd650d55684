package io.keyledger.query.audittrail;

import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.hub.HubEvent;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.ledger.EventCatalog;
import io.keyledger.api.ledger.EventName;
import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;

/** Writes one audit entry for each entry of the ledger. */
@ProcessingGroup(AuditTrailProjection.GROUP)
final class AuditTrailProjection {

    static final String GROUP = "audittrail";

    private final AuditTable table;

    AuditTrailProjection(AuditTable table) {
        this.table = table;
    }

    @EventHandler
    void on(HubEvent event, EventMessage<?> message, TrackingToken token) {
        List<Change> changes =
                switch (event) {
                    case HubProfilePublished published -> Changes.of(published);
                };
        write(message, token, Subject.hub(event.hub().value()), changes);
    }

    @EventHandler
    void on(WorkspaceEvent event, EventMessage<?> message, TrackingToken token) {
        String hub = event instanceof WorkspaceRegistered e ? e.hub().value() : null;
        Subject subject = Subject.workspace(hub, event.workspace().value());
        write(message, token, subject, Changes.of(event));
    }

    @EventHandler
    void on(CampaignEvent event, EventMessage<?> message, TrackingToken token) {
        String campaign = event.campaign().value();
        Subject subject =
                event instanceof CampaignCreated e
                        ? Subject.campaign(e.hub().value(), e.workspace().value(), campaign)
                        : Subject.campaign(null, null, campaign);
        write(message, token, subject, CampaignChanges.of(event));
    }

    @EventHandler
    void on(ApiKeyEvent event, EventMessage<?> message, TrackingToken token) {
        String key = event.key().value();
        Subject subject =
                event instanceof ApiKeyIssued e
                        ? Subject.credential(e.hub().value(), e.workspace().value(), key)
                        : Subject.credential(null, null, key);
        write(message, token, subject, Changes.of(event));
    }

    private void write(
            EventMessage<?> message, TrackingToken token, Subject subject, List<Change> changes) {
        EventName name = EventCatalog.nameOf(message.getPayloadType()).orElseThrow();
        table.insert(token.position().orElseThrow(), name.name(), message, subject, changes);
    }
}
