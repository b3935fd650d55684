package io.keyledger.server.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verification of the ledger.
 *
 * @param startedBy who asked for it, as history names people and keys
 * @param size how many entries are verified
 * @param position in the ledger of the last of them
 * @param checked how many of them were compared
 * @param finishedAt null while it runs
 * @param result null while it runs
 * @param difference the first one that was found; null without any
 * @param explanation why it failed; null when it did not
 */
public record Verification(
        long id,
        Instant startedAt,
        String startedBy,
        long size,
        long position,
        long checked,
        @Nullable Instant finishedAt,
        @Nullable Result result,
        @Nullable Difference difference,
        @Nullable String explanation) {

    /** How it ended. The names are part of the API. */
    public enum Result {
        /** Everything is as it was. */
        SOUND,
        /** Something is not as it was. */
        DIFFERENCE,
        /** It could not be carried through. */
        FAILED,
        /** The node that it ran on ended. */
        ABANDONED
    }

    public boolean isRunning() {
        return result == null;
    }
}
