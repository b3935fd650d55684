package io.keyledger.server.console.key;

import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyStatus;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.KeyWords;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The keys of the workspace that a page is about, and none of others. */
@Component
@OnCommandNode
class OwnKeys {

    private final ConsolePages pages;
    private final Inventory inventory;
    private final Freshness freshness;
    private final Clock clock;

    OwnKeys(ConsolePages pages, Inventory inventory, Freshness freshness, Clock clock) {
        this.pages = pages;
        this.inventory = inventory;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** A key of the workspace; another's is not there. */
    KeyView find(WorkspaceAccess access, String key) {
        KeyView view = inventory.key(key).orElseThrow(Absent::page);
        access.owns(view.workspace());
        return view;
    }

    /** The same, with all that has happened to it by now. */
    KeyView again(WorkspaceAccess access, KeyView key) {
        freshness.await(Inventory.GROUP);
        return find(access, key.id());
    }

    /** A page about keys. */
    ModelAndView show(WorkspaceAccess access, String template, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("words", KeyWords.of(access.hub()));
        return pages.show(access, Section.KEYS, template, all);
    }

    /** A page about one key. */
    ModelAndView show(WorkspaceAccess access, KeyView key, String template, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("key", key);
        all.put("status", KeyStatus.of(key, clock.instant()));
        all.put("here", access.path("/keys/" + key.id()));
        return show(access, template, all);
    }
}
