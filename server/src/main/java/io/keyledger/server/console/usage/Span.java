package io.keyledger.server.console.usage;

import io.keyledger.query.usage.Resolution;
import io.keyledger.query.usage.UsageRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** How far back a page of usage looks, and in which steps. */
enum Span {
    HOUR("Hour", "a minute", Resolution.MINUTE, Duration.ofMinutes(1), 60, 15),
    DAY("Day", "an hour", Resolution.HOUR, Duration.ofHours(1), 24, 6),
    WEEK("Week", "six hours", Resolution.HOUR, Duration.ofHours(6), 28, 7),
    MONTH("Month", "a day of UTC", Resolution.DAY, Duration.ofDays(1), 30, 6);

    private final String title;
    private final String stepInWords;
    private final Resolution resolution;
    private final Duration step;
    private final int steps;
    private final int stepsToAMark;

    Span(
            String title,
            String stepInWords,
            Resolution resolution,
            Duration step,
            int steps,
            int stepsToAMark) {
        this.title = title;
        this.stepInWords = stepInWords;
        this.resolution = resolution;
        this.step = step;
        this.steps = steps;
        this.stepsToAMark = stepsToAMark;
    }

    /** The one that an address names; a day when it names none. */
    static Span of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst().orElse(DAY);
    }

    public String title() {
        return title;
    }

    /** In an address, and after “the last”. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How long one step is. */
    public String stepInWords() {
        return stepInWords;
    }

    /** Whether steps are told apart by their hour, and not by their day. */
    public boolean isOfHours() {
        return step.compareTo(Duration.ofHours(1)) <= 0;
    }

    /** Whether a step is a day of UTC, which no other zone's clock tells. */
    public boolean isOfDays() {
        return resolution == Resolution.DAY;
    }

    int steps() {
        return steps;
    }

    /** How far the marks on the axis of time are apart. */
    int stepsToAMark() {
        return stepsToAMark;
    }

    Duration step() {
        return step;
    }

    /** The beginning of the step that an instant lies in. */
    Instant floor(Instant instant) {
        long seconds = step.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }

    /** The last steps, the present one among them. */
    UsageRange upTo(Instant now) {
        Instant end = floor(now).plus(step);
        return new UsageRange(end.minus(step.multipliedBy(steps)), end, resolution);
    }
}
