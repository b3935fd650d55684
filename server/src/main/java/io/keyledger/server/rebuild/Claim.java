package io.keyledger.server.rebuild;

/**
 * The right to go on with a rebuild, until the transaction ends.
 *
 * @param position of the entry that the new tables have taken in last
 * @param prepared whether there are new tables
 * @param taken whether another node, or none, had it before
 */
record Claim(long number, String projection, long position, boolean prepared, boolean taken) {}
