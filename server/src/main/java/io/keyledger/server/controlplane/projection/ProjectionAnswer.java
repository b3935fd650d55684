package io.keyledger.server.controlplane.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.server.ledger.ProjectionProgress;
import org.jspecify.annotations.Nullable;

/**
 * A read model.
 *
 * @param status {@code current}, {@code behind} or {@code halted}
 * @param position of the last entry that it has taken in
 * @param head position of the newest entry of the ledger
 * @param lag how many positions lie between
 * @param error why it has halted, as this node sees it; absent when it has not
 * @param rebuild the one that runs, else the last one; absent when there has been none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectionAnswer(
        String name,
        String status,
        long position,
        long head,
        long lag,
        @Nullable String error,
        @Nullable RebuildAnswer rebuild) {

    static ProjectionAnswer of(ProjectionProgress progress, @Nullable RebuildAnswer rebuild) {
        return new ProjectionAnswer(
                progress.group(),
                status(progress),
                progress.position(),
                progress.head(),
                progress.lag(),
                progress.error(),
                rebuild);
    }

    private static String status(ProjectionProgress progress) {
        if (progress.halted()) {
            return "halted";
        }
        return progress.lag() == 0 ? "current" : "behind";
    }
}
