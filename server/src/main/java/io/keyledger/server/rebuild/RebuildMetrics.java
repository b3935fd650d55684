package io.keyledger.server.rebuild;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** What an operator can watch of rebuilds. */
final class RebuildMetrics {

    private final Counter entries;
    private final Counter failures;
    private final Timer held;

    RebuildMetrics(MeterRegistry registry) {
        entries =
                Counter.builder("keyledger.rebuild.entries")
                        .description("Entries of the ledger that new tables have taken in")
                        .register(registry);
        failures =
                Counter.builder("keyledger.rebuild.failures")
                        .description("Attempts to go on with a rebuild that failed; others follow")
                        .register(registry);
        held =
                Timer.builder("keyledger.rebuild.held")
                        .description(
                                "How long a read model was kept where it is, to compare or switch")
                        .register(registry);
    }

    void handled(int count) {
        entries.increment(count);
    }

    void failed() {
        failures.increment();
    }

    <T> T held(Supplier<T> work) {
        return held.record(work);
    }
}
