package io.keyledger.server.console.key;

import io.keyledger.query.inventory.KeyView;
import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.key.KeyChange;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Changes a key's name, expiry and addresses: all of what is typed, or nothing. */
@Controller
@OnCommandNode
class KeyEditPage {

    private static final String PATH = KeyPaths.KEY + "/edit";

    private final OwnKeys keys;
    private final KeyChange change;

    KeyEditPage(OwnKeys keys, KeyChange change) {
        this.keys = keys;
        this.change = change;
    }

    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access, @PathVariable String key) {
        KeyView view = keys.find(access, key);
        return form(access, view, KeyEditForm.of(view), "", FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView change(WorkspaceAccess access, @PathVariable String key, Form sent) {
        KeyView view = keys.find(access, key);
        KeyEditForm typed = KeyEditForm.of(sent);
        return FormProblem.orTaken(
                () -> {
                    change.patch(view.id(), typed.patch(), access.who().caller(sent));
                    return ConsolePages.elsewhere(access.path("/keys/" + view.id()));
                },
                problem ->
                        form(
                                access,
                                keys.again(access, view),
                                typed,
                                sent.value(SignedIn.VERSION),
                                problem));
    }

    /**
     * The form.
     *
     * @param version that the page showed before, of the key; empty when there was none
     */
    private ModelAndView form(
            WorkspaceAccess access,
            KeyView key,
            KeyEditForm typed,
            String version,
            FormProblem problem) {
        ModelAndView page =
                keys.show(access, key, "key-edit", Map.of("typed", typed, "problem", problem));
        boolean changed = !version.isEmpty() && !version.equals(Long.toString(key.version()));
        return changed ? page.addObject("now", KeyEditForm.of(key)) : page;
    }
}
