package io.keyledger.server.controlplane.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.query.usage.Headroom;
import io.keyledger.query.usage.UsageInterval;
import io.keyledger.query.usage.UsageRange;
import io.keyledger.verdict.VerdictCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in a range.
 *
 * @param from the beginning of the first interval
 * @param to the end of the last
 * @param lastUsedAt when the key was last used, in this range or not; null for a workspace, and for
 *     a key that was never used
 * @param intervals those with requests, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UsageAnswer(
        String resolution,
        Instant from,
        Instant to,
        @Nullable Instant lastUsedAt,
        Counts total,
        List<Interval> intervals) {

    static UsageAnswer of(
            UsageRange range, List<UsageInterval> intervals, @Nullable Instant lastUsedAt) {
        return new UsageAnswer(
                range.resolution().word(),
                range.from(),
                range.to(),
                lastUsedAt,
                intervals.stream().reduce(UsageInterval::and).map(Counts::of).orElse(Counts.NONE),
                intervals.stream().map(Interval::of).toList());
    }

    /**
     * Requests, by how they ended.
     *
     * @param refused how many for each reason, by the code of the verdict
     */
    record Counts(long requests, long accepted, Map<String, Long> refused) {

        static final Counts NONE = new Counts(0, 0, Map.of());

        static Counts of(UsageInterval interval) {
            return new Counts(interval.requests(), interval.accepted(), refusals(interval));
        }

        private static Map<String, Long> refusals(UsageInterval interval) {
            return interval.counts().entrySet().stream()
                    .filter(it -> it.getKey() != VerdictCode.VALID)
                    .collect(
                            Collectors.toMap(
                                    it -> it.getKey().name(),
                                    Map.Entry::getValue,
                                    Long::sum,
                                    TreeMap::new));
        }
    }

    /**
     * One interval.
     *
     * @param start its beginning
     * @param rateLimit the least that was left; null where nothing was limited
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Interval(
            Instant start,
            long requests,
            long accepted,
            Map<String, Long> refused,
            @Nullable RateLimit rateLimit) {

        static Interval of(UsageInterval interval) {
            Counts counts = Counts.of(interval);
            return new Interval(
                    interval.start(),
                    counts.requests(),
                    counts.accepted(),
                    counts.refused(),
                    RateLimit.of(interval.headroom()));
        }
    }

    /**
     * How much of the tightest budget was left.
     *
     * @param limit what that budget holds when full
     */
    record RateLimit(long lowestRemaining, long limit) {

        static @Nullable RateLimit of(@Nullable Headroom headroom) {
            return headroom == null ? null : new RateLimit(headroom.remaining(), headroom.limit());
        }
    }
}
