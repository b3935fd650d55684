package io.keyledger.server.console.usage;

import io.keyledger.query.inventory.GrantView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.query.inventory.OAuthInventory;
import io.keyledger.query.usage.Usage;
import io.keyledger.query.usage.UsageRange;
import io.keyledger.query.usage.UsedCredential;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.node.OnCommandNode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who in a workspace asked the most, by name. */
@Component
@OnCommandNode
class BusyRows {

    private static final int ROWS = 10;

    private final Usage usage;
    private final Inventory inventory;
    private final OAuthInventory oauth;

    BusyRows(Usage usage, Inventory inventory, OAuthInventory oauth) {
        this.usage = usage;
        this.inventory = inventory;
        this.oauth = oauth;
    }

    List<BusyRow> of(WorkspaceAccess access, Span span, UsageRange range) {
        return usage.busiest(access.workspace().id(), range, ROWS).stream()
                .map(it -> row(access, span, it))
                .toList();
    }

    private BusyRow row(WorkspaceAccess access, Span span, UsedCredential used) {
        return key(access, span, used)
                .or(() -> grant(used))
                .or(() -> app(used))
                .orElseGet(() -> new BusyRow("", "All others together", null, used));
    }

    private Optional<BusyRow> key(WorkspaceAccess access, Span span, UsedCredential used) {
        return inventory
                .key(used.credential())
                .map(KeyView::name)
                .map(name -> {
                    String path = "/keys/" + used.credential() + "/usage?span=" + span.word();
                    return new BusyRow("API key", name, access.path(path), used);
                });
    }

    /** By the app: whose grant it is, is for the page of grants to tell. */
    private Optional<BusyRow> grant(UsedCredential used) {
        return oauth.grant(used.credential())
                .map(GrantView::app)
                .flatMap(oauth::app)
                .map(app -> new BusyRow("OAuth app, for a person", app.name(), null, used));
    }

    private Optional<BusyRow> app(UsedCredential used) {
        return oauth.app(used.credential())
                .map(OAuthAppView::name)
                .map(name -> new BusyRow("OAuth app, for itself", name, null, used));
    }
}
