package io.keyledger.server.forgetting;

import io.keyledger.query.oauth.ExpiredTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Forgets tokens, codes and grants some time after they have expired. Several nodes may do so at
 * once: who comes second finds nothing left.
 */
final class ForgettingSweeper {

    private static final int AT_ONCE = 1_000;

    /** Longer than clocks are apart. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final ExpiredTokens expired;
    private final Duration after;
    private final Clock clock;

    ForgettingSweeper(ExpiredTokens expired, Duration after, Clock clock) {
        this.expired = expired;
        this.after = after;
        this.clock = clock;
    }

    /** An outage ends a sweep, and the scheduler says so; the next one goes on. */
    @Scheduled(
            fixedDelayString = "${keyledger.forgetting.interval:PT1M}",
            initialDelayString = "${keyledger.forgetting.interval:PT1M}")
    void sweep() {
        Instant now = clock.instant();
        Instant before = now.minus(after.plus(MARGIN));
        untilFewerThan(AT_ONCE, () -> expired.forgetTokens(before, AT_ONCE));
        untilFewerThan(AT_ONCE, () -> expired.forgetSecrets(before, AT_ONCE));
        untilFewerThan(AT_ONCE, () -> expired.forgetGrants(before, AT_ONCE));
        expired.forgetProofs(now.minus(MARGIN));
    }

    private static void untilFewerThan(int many, Sweep sweep) {
        while (sweep.forget() >= many) {
            Thread.onSpinWait();
        }
    }

    /** One statement, and how much it has forgotten. */
    private interface Sweep {
        int forget();
    }
}
