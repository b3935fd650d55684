package io.keyledger.server.console.usage;

import java.util.Locale;

/**
 * A bar of a chart, as its element has it.
 *
 * @param x where it begins, in percent
 */
record Bar(String x, String width, String y, String height) {

    static Bar of(Scale scale, int number, long below, long value) {
        double length = scale.length((double) value);
        double foot = below == 0 ? scale.y(0) : scale.y((double) below);
        return new Bar(
                percent(scale.barStart(number)),
                percent(scale.barWidth()),
                pixels(foot - length),
                pixels(length));
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }

    static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
