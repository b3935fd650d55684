package io.keyledger.query.usage;

import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Counts for some threads, so that they do not get into the way of others. */
final class Stripe {

    private static final long MILLIS = 60_000;

    /** No minute: whoever comes takes a new page. */
    private static final long NEVER = Long.MIN_VALUE;

    private final Room room;
    private final List<MinutePage> past = new ArrayList<>();
    private volatile MinutePage page;

    Stripe(Room room) {
        this.room = room;
        this.page = new MinutePage(NEVER, room);
    }

    void count(Verdict verdict, Credential credential, long millis) {
        long minute = Math.floorDiv(millis, MILLIS);
        long headroom = Headroom.packed(verdict.budget());
        boolean counted = false;
        while (!counted) {
            Cell cell = page(minute).cell(credential);
            counted = cell != null && cell.count(verdict.code(), millis, headroom);
        }
    }

    private MinutePage page(long minute) {
        MinutePage now = page;
        return now.minute() == minute ? now : turnTo(minute);
    }

    private synchronized MinutePage turnTo(long minute) {
        MinutePage now = page;
        if (now.minute() == minute) {
            return now;
        }
        past.add(now);
        MinutePage next = new MinutePage(minute, room);
        page = next;
        return next;
    }

    /** Every page so far; who still counts on one is not finished before it is closed. */
    synchronized List<MinutePage> takePages() {
        List<MinutePage> taken = new ArrayList<>(past);
        past.clear();
        if (page.minute() != NEVER) {
            taken.add(page);
            page = new MinutePage(NEVER, room);
        }
        return taken;
    }
}
