package io.keyledger.server.console.frame;

import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Refusal;
import io.keyledger.query.inventory.WorkspaceView;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.words.PlanWords;
import io.keyledger.server.node.OnCommandNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What keeps all keys and tokens of a workspace from working, for {@code parts :: obstacles}. */
@Component
@OnCommandNode
public class Obstacles {

    private final HubDirectory hubs;

    Obstacles(HubDirectory hubs) {
        this.hubs = hubs;
    }

    /** In the order in which a request meets them; empty when there are none. */
    public List<Obstacle> of(WorkspaceAccess access) {
        return Stream.of(suspension(access), plan(access)).flatMap(Optional::stream).toList();
    }

    private static Optional<Obstacle> suspension(WorkspaceAccess access) {
        return access.workspace().suspended()
                ? Optional.of(
                        new Obstacle(
                                "The workspace is suspended: every request is refused until it is"
                                        + " resumed.",
                                told(access.hub(), Refusal.SUSPENDED)))
                : Optional.empty();
    }

    private Optional<Obstacle> plan(WorkspaceAccess access) {
        WorkspaceView workspace = access.workspace();
        return hubs.published(access.hub().hub())
                .map(it -> PlanWords.of(workspace.plan(), it))
                .filter(it -> !it.access())
                .map(it ->
                        new Obstacle(
                                "The plan is “%s”. %s".formatted(it.plan(), it.accessInWords()),
                                told(access.hub(), Refusal.NOT_ENTITLED)));
    }

    private static @Nullable String told(HubProfile hub, Refusal refusal) {
        return Optional.ofNullable(hub.errors().forms().get(refusal))
                .map(ErrorDialect.Form::text)
                .map(it -> it.replace("{hub}", hub.title()))
                .map(it -> it.replace("{credential-kind}", hub.keys().called()))
                .orElse(null);
    }
}
