package io.keyledger.query.inventory;

import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import java.util.Optional;

/** Answers about workspaces, campaigns and keys, as far as the inventory has read the ledger. */
public final class Inventory {

    /** The name of the streaming processor that keeps the inventory. */
    public static final String GROUP = InventoryProjection.GROUP;

    private final WorkspaceTable workspaces;
    private final CampaignTable campaigns;
    private final KeyTable keys;

    Inventory(WorkspaceTable workspaces, CampaignTable campaigns, KeyTable keys) {
        this.workspaces = workspaces;
        this.campaigns = campaigns;
        this.keys = keys;
    }

    public Optional<WorkspaceView> workspace(String workspace) {
        return workspaces.find(workspace);
    }

    /** The workspaces of a hub in the order of their registration. */
    public Page<WorkspaceView> workspacesOf(String hub, Cursor after, int limit) {
        return Page.of(
                workspaces.ofHub(hub, after, limit + 1), limit, WorkspaceView::registeredPosition);
    }

    public Optional<CampaignView> campaign(String campaign) {
        return campaigns.find(campaign);
    }

    /** The campaigns of a workspace, archived ones included, in the order of their creation. */
    public Page<CampaignView> campaignsOf(String workspace, Cursor after, int limit) {
        return Page.of(
                campaigns.ofWorkspace(workspace, after, limit + 1),
                limit,
                CampaignView::createdPosition);
    }

    public Optional<FilterView> filter(String campaign, String filter) {
        return campaigns.filter(campaign, filter);
    }

    /** The filters of a campaign in the order of their definition. */
    public Page<FilterView> filtersOf(String campaign, Cursor after, int limit) {
        return Page.of(
                campaigns.filtersOf(campaign, after, limit + 1),
                limit,
                FilterView::definedPosition);
    }

    public Optional<KeyView> key(String key) {
        return keys.find(key);
    }

    /** The keys of a workspace, revoked ones included, in the order of their issue. */
    public Page<KeyView> keysOf(String workspace, Cursor after, int limit) {
        return Page.of(
                keys.ofWorkspace(workspace, after, limit + 1), limit, KeyView::issuedPosition);
    }
}
