package io.keyledger.server.oauth.par;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets requests that nobody came for. */
final class PushedRequestSweeper {

    private final PushedRequestTable table;
    private final Clock clock;

    PushedRequestSweeper(PushedRequestTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** An outage ends a sweep, and the scheduler says so; the next one takes what is left. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void sweep() {
        table.forgetExpired(clock.instant());
    }
}
