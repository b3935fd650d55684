package io.keyledger.server.console.workspace;

import io.keyledger.api.hub.HubId;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.WorkspaceView;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of a workspace itself have in common. */
@Component
@OnCommandNode
class WorkspaceFrame {

    private final ConsolePages pages;
    private final HubDirectory hubs;
    private final Inventory inventory;
    private final Freshness freshness;

    WorkspaceFrame(
            ConsolePages pages, HubDirectory hubs, Inventory inventory, Freshness freshness) {
        this.pages = pages;
        this.hubs = hubs;
        this.inventory = inventory;
        this.freshness = freshness;
    }

    /** The rules of the hub that judge now. */
    CompiledProfile rules(HubId hub) {
        return hubs.published(hub).orElseThrow(Absent::page);
    }

    /** The same workspace as it stands after a change. */
    WorkspaceAccess changed(WorkspaceAccess access) {
        freshness.await(Inventory.GROUP);
        WorkspaceView now = inventory.workspace(access.workspace().id()).orElseThrow(Absent::page);
        return new WorkspaceAccess(access.who(), now, access.hub(), access.role());
    }

    /**
     * A page of a workspace.
     *
     * @param answer to what was changed just now; null when nothing was
     */
    ModelAndView show(
            WorkspaceAccess access,
            String template,
            Map<String, ?> model,
            @Nullable ChangeAnswer answer) {
        ModelAndView page = pages.show(access, Section.WORKSPACE, template, model);
        page.addObject("workspace", access.workspace());
        return answer == null ? page : page.addObject("receipt", answer.receipt());
    }
}
