package io.keyledger.server.console.usage;

import io.keyledger.query.usage.Headroom;
import io.keyledger.query.usage.UsageInterval;
import io.keyledger.query.usage.UsageRange;
import io.keyledger.verdict.VerdictCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a span.
 *
 * @param number from 0
 * @param usage nothing, where nothing was asked
 */
record Slice(int number, UsageInterval usage) {

    /** Every step of a span, in order, with what was asked in it. */
    static List<Slice> of(Span span, UsageRange range, List<UsageInterval> intervals) {
        Map<Instant, UsageInterval> asked = new TreeMap<>();
        for (UsageInterval interval : intervals) {
            asked.merge(span.floor(interval.start()), interval, UsageInterval::and);
        }
        return IntStream.range(0, span.steps())
                .mapToObj(number -> {
                    Instant start = range.from().plus(span.step().multipliedBy(number));
                    UsageInterval nothing = new UsageInterval(start, Map.of(), null);
                    return new Slice(number, nothing.and(asked.getOrDefault(start, nothing)));
                })
                .toList();
    }

    public Instant start() {
        return usage.start();
    }

    public long requests() {
        return usage.requests();
    }

    public long accepted() {
        return usage.accepted();
    }

    public long refused() {
        return usage.refused();
    }

    public long of(VerdictCode code) {
        return usage.counts().getOrDefault(code, 0L);
    }

    public @Nullable Headroom headroom() {
        return usage.headroom();
    }
}
