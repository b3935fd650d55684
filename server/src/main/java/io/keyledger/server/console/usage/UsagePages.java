package io.keyledger.server.console.usage;

import io.keyledger.query.usage.UsageInterval;
import io.keyledger.query.usage.UsageRange;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of usage have in common. */
@Component
@OnCommandNode
class UsagePages {

    private final ConsolePages pages;
    private final Clock clock;

    UsagePages(ConsolePages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A page.
     *
     * @param path where it stands in its workspace
     * @param span as the address has it
     * @param asked what was asked in a range
     * @param more adds what the page has beside that to its model
     */
    ModelAndView show(
            WorkspaceAccess access,
            Section section,
            String path,
            String span,
            Function<UsageRange, List<UsageInterval>> asked,
            More more) {
        Instant now = clock.instant();
        Span chosen = Span.of(span);
        UsageRange range = chosen.upTo(now);
        Map<String, Object> model = new HashMap<>();
        more.addTo(model, chosen, range);
        model.put("here", access.path(path));
        model.put("spans", Span.values());
        model.put("usage", UsagePicture.of(chosen, range, asked.apply(range)));
        model.put("planAccess", Terms.access(access.hub(), access.workspace().plan()));
        model.put("planLimits", Terms.limits(access.hub(), access.workspace().plan()));
        return pages.show(access, section, "usage", model);
    }

    /** What only one of the pages has. */
    interface More {
        void addTo(Map<String, Object> model, Span span, UsageRange range);
    }
}
