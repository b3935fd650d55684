package io.keyledger.query.usage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Shows what it is set to. */
final class SettableClock extends Clock {

    private final AtomicLong millis;

    SettableClock(Instant now) {
        millis = new AtomicLong(now.toEpochMilli());
    }

    void set(Instant now) {
        millis.set(now.toEpochMilli());
    }

    long tick() {
        return millis.incrementAndGet();
    }

    @Override
    public long millis() {
        return millis.get();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
