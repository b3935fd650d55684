package io.keyledger.server.proof;

import org.jspecify.annotations.Nullable;

/**
 * The first thing that is not as it was.
 *
 * @param kind what sort of thing
 * @param position in the ledger of the entry that it is about, or up to which something is wrong
 * @param event the id of that entry, as far as it is known
 * @param checkpoint the size of the checkpoint that shows it; null when none covers it
 * @param explanation in plain words
 */
public record Difference(
        Kind kind,
        @Nullable Long position,
        @Nullable String event,
        @Nullable Long checkpoint,
        String explanation) {

    /** What can be wrong. The names are part of the API. */
    public enum Kind {
        /** An entry is not what it was when it was taken into the tree. */
        ENTRY_CHANGED,
        /** An entry that is in the tree is no more in the ledger. */
        ENTRY_MISSING,
        /** An entry stands among others that were there before it. */
        ENTRY_INSERTED,
        /** The stored tree lacks a leaf or a node, or has another than the entries give. */
        TREE_CHANGED,
        /** A checkpoint is none, or not signed by a key of this ledger. */
        CHECKPOINT_FORGED,
        /** The entries give another root than a checkpoint says. */
        ROOT_DIFFERS,
        /** A checkpoint that was copied is no more in the database. */
        CHECKPOINT_MISSING,
        /** A copy of a checkpoint says something else than the database. */
        COPY_DIFFERS,
        /** There was a larger ledger. */
        LEDGER_SHORTER
    }
}
