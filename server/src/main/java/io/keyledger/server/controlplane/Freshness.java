package io.keyledger.server.controlplane;

import io.keyledger.server.ledger.ProjectionProgress;
import io.keyledger.server.ledger.Projections;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Lets a reader see what was written before it asked: waits until a projection has taken in the
 * ledger as it was at the question. Usually that is a matter of milliseconds.
 */
@Component
public class Freshness {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Projections projections;

    Freshness(Projections projections) {
        this.projections = projections;
    }

    /**
     * Returns when a projection shows everything that was in the ledger at the call.
     *
     * @param group of the projection
     * @throws ProblemException when it does not catch up in time
     */
    public void await(String group) {
        if (!catchesUp(group)) {
            throw ProblemException.of(ProblemCode.PROJECTION_BEHIND);
        }
    }

    /**
     * Waits as {@link #await} does, for readers who would rather have what there is than nothing.
     *
     * @return whether the projection shows everything that was in the ledger at the call
     */
    public boolean catchesUp(String group) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        ProjectionProgress first = progress(group);
        ProjectionProgress now = first;
        while (now.position() < first.head()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            pause();
            now = progress(group);
        }
        return true;
    }

    private ProjectionProgress progress(String group) {
        return projections.progress().stream()
                .filter(progress -> progress.group().equals(group))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemCode.PROJECTION_BEHIND));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.PROJECTION_BEHIND);
        }
    }
}
