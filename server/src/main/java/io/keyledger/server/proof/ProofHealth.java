package io.keyledger.server.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while the tree does not grow, or the copies contradict the database. Not part of readiness:
 * what is proven later is enforced all the same.
 */
final class ProofHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private volatile Instant succeeded;
    private volatile @Nullable RuntimeException failure;

    ProofHealth(Clock clock) {
        this.clock = clock;
        this.succeeded = clock.instant();
    }

    /** Says how a round went: with a failure, or without. */
    void round(@Nullable RuntimeException outcome) {
        if (outcome == null) {
            succeeded = clock.instant();
        }
        failure = outcome;
    }

    @Override
    public Health health() {
        RuntimeException last = failure;
        Health.Builder health = Health.up();
        if (last != null) {
            health.withDetail("failure", String.valueOf(last.getMessage()));
        }
        if (last instanceof CopiesContradict
                || succeeded.isBefore(clock.instant().minus(PATIENCE))) {
            health.down();
        }
        return health.build();
    }
}
