package io.keyledger.server.console.usage;

/**
 * From numbers to places in a chart. Places along the time are percentages of the width, so that a
 * chart fits a phone and its texts keep their size; heights are in pixels.
 *
 * @param top the number at the top
 * @param head pixels above the top, for its label
 * @param height pixels from 0 to the top
 * @param steps of time
 */
record Scale(long top, double head, double height, int steps) {

    /** Part of a step that its bar leaves free. */
    private static final double GAP = 0.2;

    private static final int[] ROUND = {1, 2, 3, 4, 5, 6, 8};

    /** A round number that is at least as high as the highest. */
    static long roundTop(long highest) {
        long power = 1;
        while (power * 10 <= highest) {
            power *= 10;
        }
        for (int times : ROUND) {
            if (times * power >= highest) {
                return times * power;
            }
        }
        return 10 * power;
    }

    double y(double value) {
        return head + height - length(value);
    }

    /** In pixels; something is always seen of what there is. */
    double length(double value) {
        return value == 0 ? 0 : Math.max(1, height * value / top);
    }

    /** Where a step begins, in percent. */
    double edge(int number) {
        return 100.0 * number / steps;
    }

    double middle(int number) {
        return edge(number) + width() / 2;
    }

    double barStart(int number) {
        return edge(number) + GAP / 2 * width();
    }

    double barWidth() {
        return (1 - GAP) * width();
    }

    private double width() {
        return 100.0 / steps;
    }
}
