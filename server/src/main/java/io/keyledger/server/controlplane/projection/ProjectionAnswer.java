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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectionAnswer(
        String name, String status, long position, long head, long lag, @Nullable String error) {

    static ProjectionAnswer of(ProjectionProgress progress) {
        return new ProjectionAnswer(
                progress.group(),
                status(progress),
                progress.position(),
                progress.head(),
                progress.lag(),
                progress.error());
    }

    private static String status(ProjectionProgress progress) {
        if (progress.halted()) {
            return "halted";
        }
        return progress.lag() == 0 ? "current" : "behind";
    }
}
