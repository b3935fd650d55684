package io.keyledger.query.usage;

/** Writes what was counted. */
final class UsageFlush {

    private final UsageGathering gathering;
    private final Backlog backlog;
    private final UsageTables tables;

    UsageFlush(UsageGathering gathering, Backlog backlog, UsageTables tables) {
        this.gathering = gathering;
        this.backlog = backlog;
        this.tables = tables;
    }

    /**
     * Writes everything that was counted so far; what cannot be written stays for the next time.
     */
    synchronized void flush() {
        gathering.moveTo(backlog);
        for (Batch batch = backlog.next(); batch != null; batch = backlog.next()) {
            tables.add(batch);
            backlog.arrived(batch);
        }
    }
}
