package io.keyledger.server.dataplane;

import io.keyledger.query.usage.UsageMeter;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what is answered. Counting is one addition; names and tags are made once, when the
 * registry is told what to read.
 */
final class Metrics {

    /** Upper bounds of the latency classes: 2^(FIRST + n) nanoseconds, from 16 µs to 0.5 s. */
    private static final int FIRST_BOUND_LOG2 = 14;

    private static final int BOUNDS = 16;

    private final Map<VerdictCode, LongAdder> verdicts = new EnumMap<>(VerdictCode.class);
    private final LongAdder unknown = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder[] statusClasses = adders(6);
    private final LongAdder[] latencies = adders(BOUNDS + 1);

    private final UsageMeter usage;

    /**
     * @param usage is told what credentials are used for
     */
    Metrics(UsageMeter usage) {
        this.usage = usage;
        for (VerdictCode code : VerdictCode.values()) {
            verdicts.put(code, new LongAdder());
        }
    }

    void judged(VerdictCode code) {
        Objects.requireNonNull(verdicts.get(code)).increment();
    }

    /**
     * A verdict on a request.
     *
     * @param cost 0 when the request was not made but only thought of, which is no use of its
     *     credential
     */
    void judged(Verdict verdict, int cost) {
        judged(verdict.code());
        if (cost > 0) {
            usage.count(verdict);
        }
    }

    /** A verdict was asked for and the truth was not known. */
    void unknown() {
        unknown.increment();
    }

    /** One of too many requests that came to nothing got 429. */
    void turnedAway() {
        turnedAway.increment();
    }

    void answered(int status, long nanos) {
        statusClasses[status / 100].increment();
        latencies[latencyClass(nanos)].increment();
    }

    /** The class of a latency: the first whose upper bound it does not exceed. */
    static int latencyClass(long nanos) {
        int log2 = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, nanos) - 1);
        return Math.clamp(log2 - FIRST_BOUND_LOG2, 0, BOUNDS);
    }

    void bindTo(MeterRegistry registry, Connections connections) {
        verdicts.forEach((code, count) ->
                counter(registry, "keyledger.verdicts", count, "code", code.name()));
        counter(registry, "keyledger.verdicts", unknown, "code", "UNKNOWN");
        FunctionCounter.builder(
                        "keyledger.data.plane.failures.turned.away", turnedAway, LongAdder::sum)
                .register(registry);
        for (int i = 1; i < statusClasses.length; i++) {
            counter(registry, "keyledger.data.plane.answers", statusClasses[i], "status", i + "xx");
        }
        bindLatencies(registry);
        Gauge.builder("keyledger.data.plane.connections", connections, Connections::count)
                .register(registry);
    }

    /**
     * Cumulative classes with the bound in seconds as tag {@code le}: histogram_quantile reads
     * them.
     */
    private void bindLatencies(MeterRegistry registry) {
        for (int i = 0; i <= BOUNDS; i++) {
            int last = i;
            FunctionCounter.builder("keyledger.data.plane.latency.bucket", this, m -> m.upTo(last))
                    .description("Answers by the time from the last byte of the head to the answer")
                    .tag("le", bound(i))
                    .register(registry);
        }
    }

    private double upTo(int lastClass) {
        long sum = 0;
        for (int i = 0; i <= lastClass; i++) {
            sum += latencies[i].sum();
        }
        return sum;
    }

    private static String bound(int latencyClass) {
        return latencyClass == BOUNDS
                ? "+Inf"
                : String.valueOf(
                        (1L << (FIRST_BOUND_LOG2 + latencyClass))
                                / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private static void counter(
            MeterRegistry registry, String name, LongAdder adder, String tag, String value) {
        FunctionCounter.builder(name, adder, LongAdder::sum).tag(tag, value).register(registry);
    }

    private static LongAdder[] adders(int count) {
        LongAdder[] adders = new LongAdder[count];
        for (int i = 0; i < count; i++) {
            adders[i] = new LongAdder();
        }
        return adders;
    }
}
