package io.keyledger.server.console.key;

import io.keyledger.query.inventory.KeyView;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.key.KeyRevocation;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Revokes a key for good, or its old secret alone; true when the page is shown. */
@Controller
@OnCommandNode
class KeyRevokePage {

    private static final String PATH = KeyPaths.KEY + "/revoke";

    private final OwnKeys keys;
    private final KeyRevocation revocation;

    KeyRevokePage(OwnKeys keys, KeyRevocation revocation) {
        this.keys = keys;
        this.revocation = revocation;
    }

    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access, @PathVariable String key) {
        return form(access, keys.find(access, key), "", FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView revoke(WorkspaceAccess access, @PathVariable String key, Form sent) {
        KeyView view = keys.find(access, key);
        return FormProblem.orTaken(
                () -> revoked(access, view, null, "Revoked", sent),
                problem -> form(access, keys.again(access, view), sent.value("reason"), problem));
    }

    /** Ends the secret before the current one, and leaves the key alone. */
    @PostMapping(KeyPaths.KEY + "/end-old-secret")
    ModelAndView end(WorkspaceAccess access, @PathVariable String key, Form sent) {
        KeyView view = keys.find(access, key);
        return revoked(access, view, old(view, sent), "The old secret has ended", sent);
    }

    /** Never the current one, whatever a form says that somebody had open for long. */
    private static int old(KeyView key, Form sent) {
        String generation = sent.value("secret");
        return generation.matches("\\d{1,9}") && Integer.parseInt(generation) < key.generation()
                ? Integer.parseInt(generation)
                : 0;
    }

    private ModelAndView revoked(
            WorkspaceAccess access,
            KeyView key,
            @Nullable Integer secret,
            String title,
            Form sent) {
        KeyRevocation.Body body = new KeyRevocation.Body(Typed.text(sent, "reason"), secret);
        ChangeAnswer answer =
                Objects.requireNonNull(
                        revocation.revoke(key.id(), body, access.who().caller(sent)).getBody());
        return keys.show(
                access,
                keys.again(access, key),
                "key-done",
                Map.of("title", title, "receipt", answer.receipt()));
    }

    private ModelAndView form(
            WorkspaceAccess access, KeyView key, String reason, FormProblem problem) {
        return keys.show(access, key, "key-revoke", Map.of("reason", reason, "problem", problem));
    }
}
