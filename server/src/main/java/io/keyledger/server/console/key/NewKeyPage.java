package io.keyledger.server.console.key;

import io.keyledger.query.inventory.Inventory;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.key.KeyIssued;
import io.keyledger.server.controlplane.key.KeyIssuing;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new key, in the steps of the hubs' guides. Its secret is on this one page. */
@Controller
@OnCommandNode
class NewKeyPage {

    private static final String PATH = KeyPaths.KEYS + "/new";

    /** Whoever has more campaigns and filters than a list can hold begins at a campaign. */
    private static final int MOST_FILTERS = 1000;

    private final OwnKeys keys;
    private final Inventory inventory;
    private final KeyIssuing issuing;
    private final FirstCall firstCall;

    NewKeyPage(OwnKeys keys, Inventory inventory, KeyIssuing issuing, FirstCall firstCall) {
        this.keys = keys;
        this.inventory = inventory;
        this.issuing = issuing;
        this.firstCall = firstCall;
    }

    /**
     * The form.
     *
     * @param filter that is chosen already, by whoever comes from a campaign
     */
    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access, @RequestParam(defaultValue = "") String filter) {
        return form(access, NewKeyForm.boundTo(filter), FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView issue(WorkspaceAccess access, Form sent) {
        NewKeyForm typed = NewKeyForm.of(sent);
        return FormProblem.orTaken(
                () -> issued(access, typed, sent), problem -> form(access, typed, problem));
    }

    private ModelAndView issued(WorkspaceAccess access, NewKeyForm typed, Form sent) {
        KeyIssued issued =
                Objects.requireNonNull(
                        issuing.issue(
                                        access.workspace().id(),
                                        typed.body(),
                                        access.who().caller(sent))
                                .getBody());
        Map<String, Object> model = new HashMap<>();
        model.put("issued", issued);
        model.put("kept", Showing.isOffered(access.hub()));
        firstCall
                .command(access, issued.scopes(), typed.filter(), issued.secret())
                .ifPresent(it -> model.put("call", it));
        return keys.show(access, "key-issued", model);
    }

    private ModelAndView form(WorkspaceAccess access, NewKeyForm typed, FormProblem problem) {
        List<FilterChoice> filters =
                access.hub().collections().isEmpty()
                        ? List.of()
                        : inventory.bindable(access.workspace().id(), MOST_FILTERS).stream()
                                .map(FilterChoice::of)
                                .toList();
        return keys.show(
                access,
                "key-new",
                Map.of(
                        "typed",
                        typed,
                        "choices",
                        ScopeChoices.of(access.hub()),
                        "filters",
                        filters,
                        "more",
                        filters.size() == MOST_FILTERS,
                        "binds",
                        !access.hub().collections().isEmpty(),
                        "problem",
                        problem));
    }
}
