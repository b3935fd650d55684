package io.keyledger.server.console.key;

import io.keyledger.api.hub.RowCollection;
import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.query.profilechange.ReachChange;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.key.KeyChange;
import io.keyledger.server.controlplane.key.KeyPatch;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Changes what a key may do, and tells before what that would open and close. */
@Controller
@OnCommandNode
class KeyScopesPage {

    private static final String PATH = KeyPaths.KEY + "/scopes";

    private final OwnKeys keys;
    private final HubDirectory hubs;
    private final Inventory inventory;
    private final KeyChange change;

    KeyScopesPage(OwnKeys keys, HubDirectory hubs, Inventory inventory, KeyChange change) {
        this.keys = keys;
        this.hubs = hubs;
        this.inventory = inventory;
        this.change = change;
    }

    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access, @PathVariable String key) {
        KeyView view = keys.find(access, key);
        return form(access, view, view.scopes(), "", FormProblem.NONE);
    }

    /** With a field {@code preview} it tells what would change, and changes nothing. */
    @PostMapping(PATH)
    ModelAndView change(WorkspaceAccess access, @PathVariable String key, Form sent) {
        KeyView view = keys.find(access, key);
        List<String> scopes = sent.values("scopes");
        String reason = sent.value("reason");
        return sent.value("preview").isEmpty()
                ? FormProblem.orTaken(
                        () -> changed(access, view, scopes, sent),
                        problem -> form(access, keys.again(access, view), scopes, reason, problem))
                : form(access, view, scopes, reason, FormProblem.NONE);
    }

    private ModelAndView changed(
            WorkspaceAccess access, KeyView key, List<String> scopes, Form sent) {
        KeyPatch patch = new KeyPatch(null, scopes, null, null, null, Typed.text(sent, "reason"));
        ChangeAnswer answer =
                Objects.requireNonNull(
                        change.patch(key.id(), patch, access.who().caller(sent)).getBody());
        return keys.show(
                access,
                keys.again(access, key),
                "key-done",
                Map.of("title", "Scopes changed", "receipt", answer.receipt()));
    }

    private ModelAndView form(
            WorkspaceAccess access,
            KeyView key,
            List<String> scopes,
            String reason,
            FormProblem problem) {
        return keys.show(
                access,
                key,
                "key-scopes",
                Map.of(
                        "choices",
                        ScopeChoices.of(access.hub()),
                        "chosen",
                        scopes,
                        "reason",
                        reason,
                        "reach",
                        reach(access, key, scopes),
                        "problem",
                        problem));
    }

    private ReachChange reach(WorkspaceAccess access, KeyView key, List<String> scopes) {
        CompiledProfile profile = hubs.published(access.hub().hub()).orElseThrow(Absent::page);
        return ReachChange.between(
                profile, Set.copyOf(key.scopes()), Set.copyOf(scopes), boundTo(access, key));
    }

    private @Nullable RowCollection boundTo(WorkspaceAccess access, KeyView key) {
        if (key.filter() == null) {
            return null;
        }
        String collection =
                inventory
                        .campaign(key.filter().campaign().value())
                        .map(CampaignView::collection)
                        .orElse("");
        return access.hub().collections().stream()
                .filter(it -> it.name().equals(collection))
                .findFirst()
                .orElse(null);
    }
}
