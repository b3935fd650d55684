package io.keyledger.server.console.usage;

import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.query.usage.Usage;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.node.OnCommandNode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The usage of a key. */
@Controller
@OnCommandNode
class KeyUsagePage {

    private final UsagePages pages;
    private final Inventory inventory;
    private final Usage usage;

    KeyUsagePage(UsagePages pages, Inventory inventory, Usage usage) {
        this.pages = pages;
        this.inventory = inventory;
        this.usage = usage;
    }

    @GetMapping(ConsolePath.WORKSPACE + "/keys/{key}/usage")
    ModelAndView show(
            WorkspaceAccess access,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String span) {
        KeyView view = inventory.key(key).orElseThrow(Absent::page);
        access.owns(view.workspace());
        return pages.show(
                access,
                Section.KEYS,
                "/keys/" + view.id() + "/usage",
                span,
                range -> usage.ofCredential(view.id(), range),
                (model, _, _) -> {
                    model.put("key", view);
                    usage.lastUsed(view.id()).ifPresent(at -> model.put("lastUsed", at));
                });
    }
}
