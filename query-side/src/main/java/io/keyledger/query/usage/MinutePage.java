package io.keyledger.query.usage;

import io.keyledger.verdict.Credential;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The cells of one minute in one stripe. Finding one that is there takes no lock. */
final class MinutePage {

    private final long minute;
    private final Room room;
    private final Map<String, Cell> cells = new ConcurrentHashMap<>();
    private boolean closed;

    /**
     * @param minute since the epoch
     */
    MinutePage(long minute, Room room) {
        this.minute = minute;
        this.room = room;
    }

    long minute() {
        return minute;
    }

    /** Where a credential's holder is counted; null when that is not here any more. */
    @Nullable Cell cell(Credential credential) {
        Cell known = cells.get(credential.holder());
        return known == null ? newCell(credential) : known;
    }

    private @Nullable Cell newCell(Credential credential) {
        if (room.isFull()) {
            room.crowd();
            Cell known = cells.get(credential.workspace());
            return known == null ? add(credential.workspace(), credential) : known;
        }
        return add(credential.holder(), credential);
    }

    private synchronized @Nullable Cell add(String name, Credential credential) {
        if (closed) {
            return null;
        }
        Cell known = cells.get(name);
        if (known != null) {
            return known;
        }
        if (room.isFullOfWorkspaces()) {
            room.lose();
            return new Cell(credential.workspace());
        }
        room.take();
        Cell cell = new Cell(credential.workspace());
        cells.put(name, cell);
        return cell;
    }

    /** Takes everything; what is counted from now on is counted on another page. */
    void close(BiConsumer<String, Cell> taker) {
        synchronized (this) {
            closed = true;
        }
        cells.forEach(taker);
        room.giveBack(cells.size());
    }
}
