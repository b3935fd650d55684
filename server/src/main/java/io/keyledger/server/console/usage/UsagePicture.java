package io.keyledger.server.console.usage;

import io.keyledger.query.usage.UsageInterval;
import io.keyledger.query.usage.UsageRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of usage shows.
 *
 * @param total of the whole span
 * @param marks where the axis of time tells what time it is
 * @param rows the steps in which something was asked
 * @param headroom null where nothing was limited
 */
record UsagePicture(
        Span span,
        UsageInterval total,
        List<Instant> marks,
        RequestsChart requests,
        List<RefusalsRow> refusals,
        @Nullable HeadroomChart headroom,
        List<Slice> rows) {

    static UsagePicture of(Span span, UsageRange range, List<UsageInterval> intervals) {
        List<Slice> slices = Slice.of(span, range, intervals);
        return new UsagePicture(
                span,
                slices.stream().map(Slice::usage).reduce(UsageInterval::and).orElseThrow(),
                slices.stream()
                        .filter(it -> it.number() % span.stepsToAMark() == 0)
                        .map(Slice::start)
                        .toList(),
                RequestsChart.of(slices),
                RefusalsRow.of(slices),
                HeadroomChart.of(slices),
                slices.stream().filter(it -> it.requests() > 0).toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How much of what was asked was refused. */
    public double refusedPercent() {
        return isEmpty() ? 0 : 100.0 * total.refused() / total.requests();
    }
}
