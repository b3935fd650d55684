package io.keyledger.server.console.usage;

import io.keyledger.verdict.VerdictCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One reason for refusals over time, on a scale of its own.
 *
 * @param total in the whole span
 * @param highest in one step
 */
record RefusalsRow(VerdictCode code, String inWords, long total, long highest, List<Bar> bars) {

    private static final double HEIGHT = 28;

    /** The reasons that there were, the most frequent first. */
    static List<RefusalsRow> of(List<Slice> slices) {
        return Arrays.stream(VerdictCode.values())
                .filter(it -> it != VerdictCode.VALID)
                .map(it -> of(it, slices))
                .filter(it -> it.total > 0)
                .sorted(Comparator.comparingLong(RefusalsRow::total).reversed())
                .toList();
    }

    private static RefusalsRow of(VerdictCode code, List<Slice> slices) {
        long highest = slices.stream().mapToLong(it -> it.of(code)).max().orElse(0);
        Scale scale = new Scale(Math.max(1, highest), 0, HEIGHT, slices.size());
        return new RefusalsRow(
                code,
                Reason.inWords(code),
                slices.stream().mapToLong(it -> it.of(code)).sum(),
                highest,
                slices.stream()
                        .filter(it -> it.of(code) > 0)
                        .map(it -> Bar.of(scale, it.number(), 0, it.of(code)))
                        .toList());
    }
}
