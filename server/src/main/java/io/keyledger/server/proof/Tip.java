package io.keyledger.server.proof;

/**
 * How far the tree has grown.
 *
 * @param size how many leaves it has
 * @param position in the ledger of the last of them; 0 without any
 */
public record Tip(long size, long position) {

    static final Tip NOTHING = new Tip(0, 0);
}
