package io.keyledger.query.proof;

/** The complete subtrees of a tree. */
@FunctionalInterface
public interface Nodes {

    /**
     * The root of a complete subtree. It never changes, however the tree grows.
     *
     * @param level how many hashes stand above each other in it; 0 for a leaf
     * @param index how many subtrees of this level stand to the left of it
     */
    Hash at(int level, long index);
}
