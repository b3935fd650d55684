package io.keyledger.server.console.audit;

import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.query.paging.Cursor;
import io.keyledger.server.node.OnCommandNode;
import java.util.List;
import org.springframework.stereotype.Component;

/** The keys that a form suggests; any other can be typed. */
@Component
@OnCommandNode
class Pickable {

    private static final int SUGGESTED = 200;

    private final Inventory inventory;

    Pickable(Inventory inventory) {
        this.inventory = inventory;
    }

    List<KeyView> keys(String workspace) {
        return inventory.keysOf(workspace, Cursor.START, SUGGESTED).items();
    }
}
