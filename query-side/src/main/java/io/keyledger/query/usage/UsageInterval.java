package io.keyledger.query.usage;

import io.keyledger.verdict.VerdictCode;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in one interval.
 *
 * @param counts requests by how they ended; only those that there were
 * @param headroom the least that was left of the tightest budget; null where nothing was limited
 */
public record UsageInterval(
        Instant start, Map<VerdictCode, Long> counts, @Nullable Headroom headroom) {

    public UsageInterval {
        Map<VerdictCode, Long> ordered = new EnumMap<>(VerdictCode.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
    }

    public long requests() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long accepted() {
        return counts.getOrDefault(VerdictCode.VALID, 0L);
    }

    public long refused() {
        return requests() - accepted();
    }

    /** Both together, as one interval that begins with this one. */
    public UsageInterval and(UsageInterval other) {
        Map<VerdictCode, Long> sum = new EnumMap<>(VerdictCode.class);
        sum.putAll(counts);
        other.counts.forEach((code, count) -> sum.merge(code, count, Long::sum));
        return new UsageInterval(start, sum, Headroom.lower(headroom, other.headroom));
    }
}
