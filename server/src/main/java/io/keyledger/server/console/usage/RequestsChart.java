package io.keyledger.server.console.usage;

import java.util.List;

/**
 * Requests over time: what was accepted, and on top of it what was refused.
 *
 * @param highest requests in one step
 * @param top the number at the top of the chart
 */
record RequestsChart(long highest, long top, List<Bar> accepted, List<Bar> refused) {

    private static final double HEAD = 20;
    private static final double HEIGHT = 140;

    static RequestsChart of(List<Slice> slices) {
        long highest = slices.stream().mapToLong(Slice::requests).max().orElse(0);
        Scale scale = new Scale(Scale.roundTop(highest), HEAD, HEIGHT, slices.size());
        return new RequestsChart(
                highest,
                scale.top(),
                slices.stream()
                        .filter(it -> it.accepted() > 0)
                        .map(it -> Bar.of(scale, it.number(), 0, it.accepted()))
                        .toList(),
                slices.stream()
                        .filter(it -> it.refused() > 0)
                        .map(it -> Bar.of(scale, it.number(), it.accepted(), it.refused()))
                        .toList());
    }
}
