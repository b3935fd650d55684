package io.keyledger.query.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How finely usage is told, and for how long. Days and hours are those of UTC. */
public enum Resolution {
    MINUTE(ChronoUnit.MINUTES, Duration.ofDays(2)),
    HOUR(ChronoUnit.HOURS, Duration.ofDays(90)),
    DAY(ChronoUnit.DAYS, Duration.ofDays(730));

    private final ChronoUnit unit;
    private final Duration kept;

    Resolution(ChronoUnit unit, Duration kept) {
        this.unit = unit;
        this.kept = kept;
    }

    /** As it is written in answers and asked for. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of one interval. */
    public Duration length() {
        return unit.getDuration();
    }

    /** How long an interval can be asked for after it has begun. */
    public Duration kept() {
        return kept;
    }

    /** The beginning of the interval that an instant lies in. */
    public Instant floor(Instant instant) {
        return instant.truncatedTo(unit);
    }

    /** The first beginning of an interval that is not before an instant. */
    public Instant ceiling(Instant instant) {
        Instant floor = floor(instant);
        return floor.equals(instant) ? floor : floor.plus(length());
    }

    /** The beginning of the first interval that is still kept whole. */
    public Instant first(Instant now) {
        return floor(now.minus(kept));
    }

    String table() {
        return "usage_" + word();
    }
}
