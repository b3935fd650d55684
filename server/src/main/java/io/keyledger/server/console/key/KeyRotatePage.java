package io.keyledger.server.console.key;

import io.keyledger.query.inventory.KeyView;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.words.Graces;
import io.keyledger.server.controlplane.key.KeyRotated;
import io.keyledger.server.controlplane.key.KeyRotation;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives a key a new secret; the old one lives on for as long as is chosen. */
@Controller
@OnCommandNode
class KeyRotatePage {

    private static final String PATH = KeyPaths.KEY + "/rotate";

    private final OwnKeys keys;
    private final KeyRotation rotation;
    private final FirstCall firstCall;
    private final Clock clock;

    KeyRotatePage(OwnKeys keys, KeyRotation rotation, FirstCall firstCall, Clock clock) {
        this.keys = keys;
        this.rotation = rotation;
        this.firstCall = firstCall;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access, @PathVariable String key) {
        String own = access.hub().keys().rotationGrace().toString();
        return form(access, keys.find(access, key), own, "", FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView rotate(WorkspaceAccess access, @PathVariable String key, Form sent) {
        KeyView view = keys.find(access, key);
        String grace = sent.value(Graces.FIELD);
        return FormProblem.orTaken(
                () -> rotated(access, view, grace, sent),
                problem ->
                        form(
                                access,
                                keys.again(access, view),
                                grace,
                                sent.value("reason"),
                                problem));
    }

    private ModelAndView rotated(WorkspaceAccess access, KeyView key, String grace, Form sent) {
        KeyRotated rotated =
                Objects.requireNonNull(
                        rotation.rotate(
                                        key.id(),
                                        new KeyRotation.Body(
                                                Graces.read(grace), Typed.text(sent, "reason")),
                                        access.who().caller(sent))
                                .getBody());
        Map<String, Object> model = new HashMap<>();
        model.put("rotated", rotated);
        model.put("kept", Showing.isOffered(access.hub()));
        model.put("graced", isToCome(rotated));
        String filter = Optional.ofNullable(key.filter()).map(FilterChoice::written).orElse("");
        firstCall
                .command(access, key.scopes(), filter, rotated.secret())
                .ifPresent(it -> model.put("call", it));
        return keys.show(access, keys.again(access, key), "key-rotated", model);
    }

    private boolean isToCome(KeyRotated rotated) {
        return rotated.previousValidUntil() != null
                && clock.instant().isBefore(rotated.previousValidUntil());
    }

    private ModelAndView form(
            WorkspaceAccess access, KeyView key, String grace, String reason, FormProblem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("graces", Graces.of(access.hub().keys()));
        model.put("grace", grace);
        model.put("reason", reason);
        Optional.ofNullable(key.livePrevious(clock.instant()))
                .ifPresent(it -> model.put("previous", it));
        model.put("problem", problem);
        return keys.show(access, key, "key-rotate", model);
    }
}
