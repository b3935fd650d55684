package io.keyledger.query.usage;

import io.keyledger.verdict.VerdictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch as the columns of its rows: one row for each code of each holder's minute. */
final class BatchColumns {

    private static final VerdictCode[] CODES = VerdictCode.values();
    private static final long MINUTE_SECONDS = 60;

    private final List<String> holders = new ArrayList<>();
    private final List<String> workspaces = new ArrayList<>();
    private final List<Long> seconds = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<Long> requests = new ArrayList<>();
    private final List<@Nullable Long> remaining = new ArrayList<>();
    private final List<@Nullable Long> limits = new ArrayList<>();

    BatchColumns(Batch batch) {
        batch.tallies().forEach(this::add);
    }

    private void add(Slot slot, Tally tally) {
        for (VerdictCode code : CODES) {
            if (tally.count(Codes.place(code)) > 0) {
                add(slot, tally, code);
            }
        }
    }

    private void add(Slot slot, Tally tally, VerdictCode code) {
        Headroom headroom = Headroom.unpacked(tally.lowest(Codes.place(code)));
        holders.add(slot.holder());
        workspaces.add(tally.workspace());
        seconds.add(slot.minute() * MINUTE_SECONDS);
        codes.add(code.name());
        requests.add(tally.count(Codes.place(code)));
        remaining.add(headroom == null ? null : headroom.remaining());
        limits.add(headroom == null ? null : headroom.limit());
    }

    boolean isEmpty() {
        return holders.isEmpty();
    }

    /** By the names that the statement has for them. */
    Map<String, Object[]> parameters() {
        return Map.of(
                "holders", holders.toArray(String[]::new),
                "workspaces", workspaces.toArray(String[]::new),
                "seconds", seconds.toArray(Long[]::new),
                "codes", codes.toArray(String[]::new),
                "requests", requests.toArray(Long[]::new),
                "remaining", remaining.toArray(Long[]::new),
                "limits", limits.toArray(Long[]::new));
    }
}
