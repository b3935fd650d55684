package io.keyledger.query.audittrail;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.hub.HubEvent;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.ledger.EventCatalog;
import io.keyledger.api.ledger.EventName;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
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

    @EventHandler
    void on(OAuthAppEvent event, EventMessage<?> message, TrackingToken token) {
        String app = event.app().value();
        Subject subject =
                event instanceof OAuthAppRegistered e
                        ? Subject.app(e.hub().value(), e.workspace().value(), app)
                        : Subject.app(null, null, app);
        write(message, token, subject, OAuthAppChanges.of(event));
    }

    @EventHandler
    void on(AccountEvent event, EventMessage<?> message, TrackingToken token) {
        String account = event.account().value();
        Subject subject =
                switch (event) {
                    case AccountRegistered e -> Subject.account(e.hub().value(), null, account);
                    case WorkspaceJoined e -> Subject.account(null, e.workspace().value(), account);
                    case WorkspaceLeft e -> Subject.account(null, e.workspace().value(), account);
                    case AccountRenamed _,
                            AccountIdentityLinked _,
                            AccountPasswordSet _,
                            AccountClosed _ ->
                            Subject.account(null, null, account);
                };
        write(message, token, subject, AccountChanges.of(event));
    }

    @EventHandler
    void on(GrantEvent event, EventMessage<?> message, TrackingToken token) {
        String grant = event.grant().value();
        Subject subject =
                switch (event) {
                    case GrantApproved e ->
                            Subject.credential(e.hub().value(), e.workspace().value(), grant)
                                    .delegated(e.app().value(), e.account().value());
                    case ClientCredentialsGranted e ->
                            Subject.credential(e.hub().value(), e.workspace().value(), grant)
                                    .delegated(e.app().value(), null);
                    case AuthorizationCodeRedeemed _,
                            TokensRefreshed _,
                            AccessTokenRevoked _,
                            GrantRevoked _ ->
                            Subject.credential(null, null, grant);
                };
        write(message, token, subject, GrantChanges.of(event));
    }

    private void write(
            EventMessage<?> message, TrackingToken token, Subject subject, List<Change> changes) {
        EventName name = EventCatalog.nameOf(message.getPayloadType()).orElseThrow();
        table.insert(token.position().orElseThrow(), name.name(), message, subject, changes);
    }
}
