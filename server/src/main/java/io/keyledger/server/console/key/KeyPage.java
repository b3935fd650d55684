package io.keyledger.server.console.key;

import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.hub.Scope;
import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.Happening;
import io.keyledger.server.console.frame.Names;
import io.keyledger.server.console.frame.Obstacles;
import io.keyledger.server.console.frame.Timeline;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One key: what it is, how it stands, what happened to it and what can be done. */
@Controller
@OnCommandNode
class KeyPage {

    private static final int LATEST = 5;

    private final OwnKeys keys;
    private final Inventory inventory;
    private final Timeline timeline;
    private final Names names;
    private final Obstacles obstacles;
    private final Clock clock;

    KeyPage(
            OwnKeys keys,
            Inventory inventory,
            Timeline timeline,
            Names names,
            Obstacles obstacles,
            Clock clock) {
        this.keys = keys;
        this.inventory = inventory;
        this.timeline = timeline;
        this.names = names;
        this.obstacles = obstacles;
        this.clock = clock;
    }

    @GetMapping(KeyPaths.KEY)
    ModelAndView show(WorkspaceAccess access, @PathVariable String key) {
        KeyView view = keys.find(access, key);
        List<Happening> history = timeline.ofCredential(view.id());
        Map<String, Object> model = new HashMap<>();
        model.put("obstacles", obstacles.of(access));
        model.put("scopes", scopes(access, view));
        model.put("by", names.ofActor(view.issuedBy()));
        model.put("shows", Showing.isOffered(access.hub()));
        Optional.ofNullable(view.livePrevious(clock.instant()))
                .ifPresent(it -> model.put("previous", it));
        Optional.ofNullable(KeyDocumentation.link(access, view))
                .ifPresent(it -> model.put("documentation", it));
        campaign(view.filter()).ifPresent(it -> model.put("campaign", it));
        model.put("history", history.stream().limit(LATEST).toList());
        model.put("older", history.size() > LATEST);
        return keys.show(access, view, "key", model);
    }

    /** The whole history. */
    @GetMapping(KeyPaths.KEY + "/history")
    ModelAndView history(WorkspaceAccess access, @PathVariable String key) {
        KeyView view = keys.find(access, key);
        return keys.show(
                access, view, "key-history", Map.of("history", timeline.ofCredential(view.id())));
    }

    private Optional<CampaignView> campaign(@Nullable FilterBinding filter) {
        return Optional.ofNullable(filter).flatMap(it -> inventory.campaign(it.campaign().value()));
    }

    /** With what they mean; one that the hub no longer has means nothing. */
    private static List<Scope> scopes(WorkspaceAccess access, KeyView key) {
        return key.scopes().stream()
                .map(it ->
                        access.hub()
                                .scope(it)
                                .orElseGet(() ->
                                        new Scope(
                                                it, "The hub no longer has this scope", Set.of())))
                .toList();
    }
}
