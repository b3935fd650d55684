package io.keyledger.query.inventory;

import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers about workspaces, campaigns and keys, as far as the inventory has read the ledger. */
public final class Inventory {

    /** The name of the streaming processor that keeps the inventory. */
    public static final String GROUP = InventoryProjection.GROUP;

    private final WorkspaceTable workspaces;
    private final CampaignTable campaigns;
    private final BindableTable bindable;
    private final KeyTable keys;
    private final KeySearch search;

    Inventory(
            WorkspaceTable workspaces,
            CampaignTable campaigns,
            BindableTable bindable,
            KeyTable keys,
            KeySearch search) {
        this.workspaces = workspaces;
        this.campaigns = campaigns;
        this.bindable = bindable;
        this.keys = keys;
        this.search = search;
    }

    public Optional<WorkspaceView> workspace(String workspace) {
        return workspaces.find(workspace);
    }

    /** The workspaces of a hub in the order of their registration. */
    public Page<WorkspaceView> workspacesOf(String hub, Cursor after, int limit) {
        return Page.of(
                workspaces.ofHub(hub, after, limit + 1), limit, WorkspaceView::registeredPosition);
    }

    /**
     * The workspaces of a hub whose names have a text in them, in the order of their registration.
     *
     * @param name a part of the name, whatever its case; empty for all
     */
    public Page<WorkspaceView> workspacesOf(String hub, String name, Cursor after, int limit) {
        return Page.of(
                workspaces.named(hub, name, after, limit + 1),
                limit,
                WorkspaceView::registeredPosition);
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

    /** The keys that are wanted as of an instant, the newest first. */
    public Page<KeyView> keys(KeyFilter filter, Cursor after, Instant now, int limit) {
        return Page.of(search.find(filter, after, now, limit + 1), limit, KeyView::issuedPosition);
    }

    /** What the keys of a workspace can be bound to: each campaign, followed by its filters. */
    public List<Bindable> bindable(String workspace, int limit) {
        return bindable.ofWorkspace(workspace, limit);
    }
}
