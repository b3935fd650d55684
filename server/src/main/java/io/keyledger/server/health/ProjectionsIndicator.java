package io.keyledger.server.health;

import io.keyledger.server.ledger.ProjectionProgress;
import io.keyledger.server.ledger.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while a read model has halted. Not part of readiness: lists are behind then, verdicts are
 * not.
 */
@Component("projectionsHealthIndicator")
final class ProjectionsIndicator implements HealthIndicator {

    private final Projections projections;

    ProjectionsIndicator(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (ProjectionProgress progress : projections.progress()) {
            health.withDetail(progress.group(), described(progress));
            if (progress.halted()) {
                health.down();
            }
        }
        return health.build();
    }

    private static String described(ProjectionProgress progress) {
        return progress.halted()
                ? "halted at position " + progress.position()
                : progress.lag() + " entries behind";
    }
}
