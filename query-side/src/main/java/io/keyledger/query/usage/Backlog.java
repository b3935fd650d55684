package io.keyledger.query.usage;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was counted and is not in the tables yet. It leaves in numbered batches; one that may or may
 * not have arrived is tried again as it is, under its number. For one thread.
 */
final class Backlog {

    private final Room room;
    private final int atOnce;
    private final Map<Slot, Tally> waiting = new LinkedHashMap<>();
    private @Nullable Batch leaving;
    private long lastNumber;

    /**
     * @param atOnce most holders' minutes in a batch
     */
    Backlog(Room room, int atOnce) {
        this.room = room;
        this.atOnce = atOnce;
    }

    /** Takes what a cell has counted. */
    void add(long minute, String holder, Cell cell) {
        waiting.computeIfAbsent(new Slot(holder, minute), _ -> tally(cell)).add(cell);
    }

    private Tally tally(Cell cell) {
        room.take();
        return new Tally(cell.workspace());
    }

    /** What is to be written next; null when nothing is. */
    @Nullable Batch next() {
        if (leaving == null && !waiting.isEmpty()) {
            leaving = new Batch(++lastNumber, oldest());
        }
        return leaving;
    }

    private Map<Slot, Tally> oldest() {
        Map<Slot, Tally> oldest = new TreeMap<>();
        Iterator<Map.Entry<Slot, Tally>> all = waiting.entrySet().iterator();
        while (all.hasNext() && oldest.size() < atOnce) {
            Map.Entry<Slot, Tally> entry = all.next();
            oldest.put(entry.getKey(), entry.getValue());
            all.remove();
        }
        return oldest;
    }

    /** The batch is in the tables. */
    void arrived(Batch batch) {
        leaving = null;
        room.giveBack(batch.tallies().size());
    }
}
