package io.keyledger.query.verification;

import java.time.Duration;
import java.util.Map;

/**
 * A question that was put to all nodes.
 *
 * @param at when it had been put, by this node's monotonic clock
 * @param listed the nodes of the table at that moment, with their leases
 */
record Asked(long number, long at, Map<String, Duration> listed) {}
