package io.keyledger.server.console.projection;

import io.keyledger.server.ledger.ProjectionProgress;
import io.keyledger.server.rebuild.Rebuild;
import io.keyledger.server.rebuild.RebuildState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A read model, as its card shows it.
 *
 * @param rebuild the one that runs, else the last one; null when there has been none
 * @param startedBy the name of who has started that; empty when there has been none
 * @param endedBy the name of who has cancelled it; empty when nobody has
 */
record ReadModel(
        ProjectionProgress progress, @Nullable Rebuild rebuild, String startedBy, String endedBy) {

    public boolean rebuilding() {
        return rebuild != null && rebuild.running();
    }

    public boolean rebuilt() {
        return rebuild != null && rebuild.state() == RebuildState.SWITCHED;
    }

    public boolean cancelled() {
        return rebuild != null && rebuild.state() == RebuildState.CANCELLED;
    }

    /** How long it will take, in words; empty when that cannot be told. */
    public String rest() {
        Duration rest = rebuild == null ? null : rebuild.rest();
        if (rest == null) {
            return "";
        }
        return rest.toMinutes() < 2
                ? "about %d s left".formatted(Math.max(1, rest.toSeconds()))
                : "about %d min left".formatted(rest.toMinutes());
    }
}
