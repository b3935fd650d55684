package io.keyledger.server.console.home;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.node.OnCommandNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks at which hub somebody is at home. */
@Controller
@OnCommandNode
class HubChoice {

    private final ConsolePages pages;
    private final HubDirectory hubs;

    HubChoice(ConsolePages pages, HubDirectory hubs) {
        this.pages = pages;
        this.hubs = hubs;
    }

    @GetMapping(ConsolePath.ROOT)
    ModelAndView choose() {
        List<Choice> choices = hubs.all().stream().map(it -> Choice.of(it.source())).toList();
        return pages.outside("hubs", Map.of("hubs", choices));
    }

    record Choice(String title, String link) {

        static Choice of(HubProfile hub) {
            return new Choice(hub.title(), ConsolePath.of(hub.hub()));
        }
    }
}
