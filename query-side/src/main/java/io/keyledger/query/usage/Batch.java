package io.keyledger.query.usage;

import java.util.Map;

/**
 * What is written in one transaction.
 *
 * @param number rises from batch to batch of a node
 */
record Batch(long number, Map<Slot, Tally> tallies) {}
