package io.keyledger.server.rebuild;

/** What has become of a rebuild. */
public enum RebuildState {
    RUNNING,
    /** The new tables serve. */
    SWITCHED,
    /** The old tables serve on. */
    CANCELLED
}
