package io.keyledger.server.console.oauthapp;

import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.node.OnCommandNode;
import org.springframework.stereotype.Component;

/** Finds an app of a workspace; another workspace's looks like none. */
@Component
@OnCommandNode
class WorkspaceApps {

    private final OAuthInventory inventory;
    private final Freshness freshness;

    WorkspaceApps(OAuthInventory inventory, Freshness freshness) {
        this.inventory = inventory;
        this.freshness = freshness;
    }

    /** An app, deleted ones too. */
    OAuthAppView find(WorkspaceAccess access, String app) {
        OAuthAppView view = inventory.app(app).orElseThrow(Absent::page);
        access.owns(view.workspace());
        return view;
    }

    /** The same, with all that has happened to it by now. */
    OAuthAppView again(WorkspaceAccess access, OAuthAppView app) {
        freshness.await(Inventory.GROUP);
        return find(access, app.id());
    }

    /** An app that can still be changed. */
    OAuthAppView live(WorkspaceAccess access, String app) {
        OAuthAppView view = find(access, app);
        if (view.deletedAt() != null) {
            throw Absent.page();
        }
        return view;
    }
}
