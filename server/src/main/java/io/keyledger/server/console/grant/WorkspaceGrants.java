package io.keyledger.server.console.grant;

import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.query.inventory.GrantFilter;
import io.keyledger.query.inventory.GrantView;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.oauth.OAuthAppStanding;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.Names;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the grants of a workspace; another workspace's look like none. */
@Component
@OnCommandNode
class WorkspaceGrants {

    /** More is not offered to choose from; a link of an app or a person still narrows to it. */
    private static final int MOST_CHOICES = 200;

    private final OAuthInventory inventory;
    private final OAuthAppDirectory apps;
    private final Names names;
    private final Clock clock;

    WorkspaceGrants(OAuthInventory inventory, OAuthAppDirectory apps, Names names, Clock clock) {
        this.inventory = inventory;
        this.apps = apps;
        this.names = names;
        this.clock = clock;
    }

    Page<GrantView> list(GrantFilter filter, Cursor after, int rows) {
        return inventory.grants(filter, after, rows);
    }

    GrantRow find(WorkspaceAccess access, String grant) {
        GrantView view = inventory.grant(grant).orElseThrow(Absent::page);
        access.owns(view.workspace());
        return row(view);
    }

    GrantRow row(GrantView view) {
        return new GrantRow(
                view,
                app(view.app()),
                view.account() == null ? "" : person(view.account()),
                GrantRow.status(view, clock.instant()));
    }

    List<Choice> apps(WorkspaceAccess access) {
        return inventory.grantedAppsOf(access.workspace().id(), MOST_CHOICES).stream()
                .map(id -> new Choice(id, app(id)))
                .sorted(Comparator.comparing(Choice::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    List<Choice> people(WorkspaceAccess access) {
        return inventory.grantingAccountsOf(access.workspace().id(), MOST_CHOICES).stream()
                .map(id -> new Choice(id, person(id)))
                .sorted(Comparator.comparing(Choice::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private String app(String id) {
        return apps.find(new OAuthAppId(id)).map(OAuthAppStanding::name).orElse(id);
    }

    private String person(String id) {
        return names.ofAccount(id).orElse(id);
    }

    /** Something to narrow the list to. */
    record Choice(String id, String title) {}
}
