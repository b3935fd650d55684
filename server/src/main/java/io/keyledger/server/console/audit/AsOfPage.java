package io.keyledger.server.console.audit;

import io.keyledger.query.replay.Replay.Owner;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.audit.Explained;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a key or grant of the workspace could do at a moment. */
@Controller
@OnCommandNode
class AsOfPage {

    private final ConsolePages pages;
    private final Explained explained;
    private final Pickable pickable;
    private final Clock clock;

    AsOfPage(ConsolePages pages, Explained explained, Pickable pickable, Clock clock) {
        this.pages = pages;
        this.explained = explained;
        this.pickable = pickable;
        this.clock = clock;
    }

    @GetMapping(ConsolePath.WORKSPACE + "/audit/as-of")
    ModelAndView ask(
            WorkspaceAccess access,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String at) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("credential", credential.strip());
        model.put("at", at);
        return FormProblem.orTaken(
                () -> answer(access, credential.strip(), at, model),
                problem -> show(access, problem, model));
    }

    private ModelAndView answer(
            WorkspaceAccess access,
            String credential,
            String at,
            Map<String, @Nullable Object> model) {
        if (!credential.isEmpty()) {
            Owner owner = explained.ownerOf(credential);
            access.owns(owner.workspace());
            Instant moment = Moment.of(at, clock);
            model.put("moment", moment);
            model.put("since", owner.since());
            explained
                    .rights(credential, moment)
                    .ifPresent(rights -> model.put("then", ThenView.of(rights)));
        }
        return show(access, FormProblem.NONE, model);
    }

    private ModelAndView show(
            WorkspaceAccess access, FormProblem problem, Map<String, @Nullable Object> model) {
        model.put("problem", problem);
        model.put("keys", pickable.keys(access.workspace().id()));
        return pages.show(access, Section.AUDIT, "audit-as-of", model);
    }
}
