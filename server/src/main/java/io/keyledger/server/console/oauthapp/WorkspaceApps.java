package io.keyledger.server.console.oauthapp;

import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.node.OnCommandNode;
import org.springframework.stereotype.Component;

/** Finds an app of a workspace; another workspace's looks like none. */
@Component
@OnCommandNode
class WorkspaceApps {

    private final OAuthInventory inventory;

    WorkspaceApps(OAuthInventory inventory) {
        this.inventory = inventory;
    }

    /** An app, deleted ones too. */
    OAuthAppView find(WorkspaceAccess access, String app) {
        OAuthAppView view = inventory.app(app).orElseThrow(Absent::page);
        access.owns(view.workspace());
        return view;
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
