package io.keyledger.server.console.usage;

import io.keyledger.query.usage.Headroom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the rate limit was left at the lowest, in percent of it, over time. Steps without a
 * request have no line.
 *
 * @param lowest of the whole span
 * @param lines levels of steps, and what joins those of neighbours
 * @param exhausted where nothing was left, in percent of the width
 */
record HeadroomChart(Slice lowest, List<Line> lines, List<String> exhausted) {

    private static final double HEAD = 20;
    private static final double HEIGHT = 100;
    private static final int FULL = 100;

    /** The chart; null where nothing was limited. */
    static @Nullable HeadroomChart of(List<Slice> slices) {
        List<Slice> limited = slices.stream().filter(it -> it.headroom() != null).toList();
        if (limited.isEmpty()) {
            return null;
        }
        Scale scale = new Scale(FULL, HEAD, HEIGHT, slices.size());
        return new HeadroomChart(
                limited.stream().min(Comparator.comparingDouble(HeadroomChart::left)).orElseThrow(),
                lines(scale, limited),
                limited.stream()
                        .filter(it -> left(it) == 0)
                        .map(it -> Bar.percent(scale.middle(it.number())))
                        .toList());
    }

    private static List<Line> lines(Scale scale, List<Slice> limited) {
        List<Line> lines = new ArrayList<>();
        Slice before = null;
        for (Slice slice : limited) {
            double y = scale.y(left(slice));
            if (before != null && before.number() + 1 == slice.number()) {
                double edge = scale.edge(slice.number());
                lines.add(Line.of(edge, scale.y(left(before)), edge, y));
            }
            lines.add(Line.of(scale.edge(slice.number()), y, scale.edge(slice.number() + 1), y));
            before = slice;
        }
        return lines;
    }

    /** In percent of the limit. */
    static double left(Slice slice) {
        Headroom headroom = slice.headroom();
        return headroom == null || headroom.limit() == 0
                ? FULL
                : Math.min(FULL, (double) FULL * headroom.remaining() / headroom.limit());
    }

    /** A part of the line, as its element has it. */
    record Line(String x1, String y1, String x2, String y2) {

        static Line of(double x1, double y1, double x2, double y2) {
            return new Line(Bar.percent(x1), Bar.pixels(y1), Bar.percent(x2), Bar.pixels(y2));
        }
    }
}
