package io.keyledger.server.proof;

/**
 * What is verified.
 *
 * @param tip the last entry
 * @param largest the size of the largest checkpoint that there was, in the database or a copy
 */
record Scope(Tip tip, long largest) {}
