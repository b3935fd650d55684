package io.keyledger.server.console.key;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.SecretVisibility;
import io.keyledger.query.inventory.KeyView;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.controlplane.key.KeyReveal;
import io.keyledger.server.controlplane.key.KeyRevealed;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the live secrets of a key again, where the hub keeps them. Each time is in its history. */
@Controller
@OnCommandNode
class Showing {

    private final OwnKeys keys;
    private final KeyReveal reveal;

    Showing(OwnKeys keys, KeyReveal reveal) {
        this.keys = keys;
        this.reveal = reveal;
    }

    static boolean isOffered(HubProfile hub) {
        return hub.keys().secrets() == SecretVisibility.RECOVERABLE;
    }

    @PostMapping(KeyPaths.KEY + "/show")
    ModelAndView show(WorkspaceAccess access, @PathVariable String key, Form sent) {
        KeyView view = keys.find(access, key);
        KeyRevealed revealed =
                Objects.requireNonNull(
                        reveal.reveal(
                                        view.id(),
                                        new KeyReveal.Body(Typed.text(sent, "reason")),
                                        access.who().caller(sent))
                                .getBody());
        return keys.show(access, view, "key-shown", Map.of("secrets", revealed.secrets()));
    }
}
