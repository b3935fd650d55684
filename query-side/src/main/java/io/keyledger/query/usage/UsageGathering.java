package io.keyledger.query.usage;

import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Verdict;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * Counts verdicts in memory, by holder, code and minute, until somebody takes what was counted.
 * Each verdict is taken once. Counting takes no lock and makes nothing, except for the first
 * verdict on a holder in a minute or since the last taking.
 */
final class UsageGathering implements UsageMeter {

    private static final int MOST_STRIPES = 16;
    private static final int STRIPES_PER_PROCESSOR = 4;

    /** Spreads the numbers of threads, which often differ by two. */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final Clock clock;
    private final Stripe[] stripes;

    UsageGathering(Clock clock, Room room) {
        this.clock = clock;
        this.stripes =
                Stream.generate(() -> new Stripe(room)).limit(stripes()).toArray(Stripe[]::new);
    }

    /** A power of two, so that a thread finds its own by a mask. */
    private static int stripes() {
        int wanted = STRIPES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        return Integer.highestOneBit(Math.min(wanted, MOST_STRIPES));
    }

    @Override
    public void count(Verdict verdict) {
        Credential credential = verdict.credential();
        if (credential != null) {
            own().count(verdict, credential, clock.millis());
        }
    }

    private Stripe own() {
        long spread = Thread.currentThread().threadId() * GOLDEN_RATIO;
        return stripes[(int) (spread >>> 32) & stripes.length - 1];
    }

    /** Moves what was counted so far. */
    void moveTo(Backlog backlog) {
        for (Stripe stripe : stripes) {
            for (MinutePage page : stripe.takePages()) {
                page.close((name, cell) -> backlog.add(page.minute(), name, cell));
            }
        }
    }
}
