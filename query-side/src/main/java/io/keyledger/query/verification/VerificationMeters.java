package io.keyledger.query.verification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an operator can watch of verification. */
final class VerificationMeters {

    private final LongAdder hits = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final Counter misses;
    private final Timer loads;
    private final Timer heartbeats;
    private final Timer confirmations;

    VerificationMeters(MeterRegistry registry) {
        recalled(registry, "hit", hits);
        recalled(registry, "unknown", unknown);
        misses =
                Counter.builder("keyledger.verification.lookups")
                        .description("Credentials looked up, by how memory served them")
                        .tag("outcome", "miss")
                        .register(registry);
        loads = timer(registry, "loads", "Reading one row that memory lacked");
        heartbeats = timer(registry, "heartbeat", "From sending a heartbeat to hearing it");
        confirmations = timer(registry, "confirmations", "Until all nodes held a change");
    }

    private static void recalled(MeterRegistry registry, String outcome, LongAdder count) {
        FunctionCounter.builder("keyledger.verification.lookups", count, LongAdder::sum)
                .description("Credentials looked up, by how memory served them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private static Timer timer(MeterRegistry registry, String name, String description) {
        return Timer.builder("keyledger.verification." + name)
                .description(description)
                .register(registry);
    }

    static void watch(MeterRegistry registry, Trust trust, Memory memory) {
        Gauge.builder("keyledger.verification.lease", trust, it -> it.nanosLeft() / 1e9)
                .description("Time left for which memory is trusted; negative when it is not")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("keyledger.verification.resident", memory, Memory::size)
                .description("Credentials in memory")
                .register(registry);
    }

    /** Judged from memory. */
    void hit() {
        hits.increment();
    }

    /** Refused from memory as unknown. */
    void unknown() {
        unknown.increment();
    }

    /** Memory did not say, or was not trusted. */
    void miss() {
        misses.increment();
    }

    <T extends @Nullable Object> T load(Supplier<T> read) {
        return loads.record(read);
    }

    void heartbeat(Duration roundTrip) {
        heartbeats.record(roundTrip);
    }

    void confirmed(Duration waited) {
        confirmations.record(waited);
    }
}
