package io.keyledger.query.usage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.ToDoubleFunction;

/** What an operator can watch of the counting. */
final class UsageMetrics {

    private final Timer flushes;
    private final Counter failures;

    UsageMetrics(MeterRegistry registry, Room room) {
        Gauge.builder("keyledger.usage.held", room, Room::held)
                .description("Minutes of credentials that are counted and not written yet")
                .register(registry);
        counter(
                registry,
                room,
                "keyledger.usage.crowded",
                Room::crowded,
                "Verdicts counted for their workspace only: there was no room for the credential");
        counter(
                registry,
                room,
                "keyledger.usage.lost",
                Room::lost,
                "Verdicts that usage lacks: there was no room for the workspace either");
        flushes =
                Timer.builder("keyledger.usage.flush")
                        .description("Writing what was counted")
                        .register(registry);
        failures =
                Counter.builder("keyledger.usage.flush.failures")
                        .description("Flushes that failed; the next one writes what they did not")
                        .register(registry);
    }

    private static void counter(
            MeterRegistry registry,
            Room room,
            String name,
            ToDoubleFunction<Room> value,
            String description) {
        FunctionCounter.builder(name, room, value).description(description).register(registry);
    }

    void flushed(Runnable flush) {
        flushes.record(flush);
    }

    void failed() {
        failures.increment();
    }
}
