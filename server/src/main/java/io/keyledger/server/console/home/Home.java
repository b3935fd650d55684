package io.keyledger.server.console.home;

import io.keyledger.api.account.MemberRole;
import io.keyledger.query.oauth.WorkspaceChoice;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.node.OnCommandNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page: one's own workspaces, or everybody's for those who run Keyledger. */
@Controller
@OnCommandNode
class Home {

    private final ConsolePages pages;
    private final AllWorkspaces everybodys;

    Home(ConsolePages pages, AllWorkspaces everybodys) {
        this.pages = pages;
        this.everybodys = everybodys;
    }

    @GetMapping(ConsolePath.HUB)
    ModelAndView home(
            SignedIn who,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String cursor) {
        if (who.operating().isPresent()) {
            return everybodys.show(who, of, name.strip(), cursor);
        }
        List<Row> rows = who.workspaces().stream().map(it -> Row.of(it, who)).toList();
        return pages.show(who, "workspaces", Map.of("rows", rows));
    }

    /**
     * A workspace as its people see it.
     *
     * @param link null when they may not enter
     */
    record Row(String name, String plan, String role, boolean suspended, @Nullable String link) {

        static Row of(WorkspaceChoice choice, SignedIn who) {
            return new Row(
                    choice.name(),
                    choice.plan(),
                    choice.role().name().toLowerCase(Locale.ROOT),
                    choice.suspended(),
                    choice.role() == MemberRole.MEMBER
                            ? null
                            : who.path("/workspaces/" + choice.workspace().value() + "/keys"));
        }
    }
}
