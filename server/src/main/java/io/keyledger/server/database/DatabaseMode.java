package io.keyledger.server.database;

/** Whose PostgreSQL the process stands on. */
public enum DatabaseMode {
    /** Keyledger's own, below the data directory; no other process uses it. */
    EMBEDDED,
    /** The operator's; other nodes may use it too. */
    EXTERNAL
}
