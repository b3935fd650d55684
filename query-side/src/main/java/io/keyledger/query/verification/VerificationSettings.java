package io.keyledger.query.verification;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What an operator may choose.
 *
 * @param nodeName what receipts call this node; each start adds something to it that makes it
 *     unique
 * @param lease how long a proof that the change feed is alive lasts: the longest that a revocation
 *     waits for a node that does not answer
 * @param clockTolerance how far this node's clock may be from the database's before this node stops
 *     judging by it
 * @param residentCredentials how many credentials are kept in memory, at some 300 bytes each
 * @param loaders threads that read the tables, and so connections of the verification pool in use
 * @param waitingLoads how many reads may wait for one of them before more are refused
 */
public record VerificationSettings(
        String nodeName,
        Duration lease,
        Duration clockTolerance,
        long residentCredentials,
        int loaders,
        int waitingLoads) {

    private static final Pattern NODE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Duration SHORTEST_LEASE = Duration.ofMillis(100);
    private static final Duration LONGEST_LEASE = Duration.ofMinutes(1);

    public VerificationSettings {
        if (!NODE_NAME.matcher(nodeName).matches()) {
            throw new IllegalArgumentException("a node name has the form " + NODE_NAME.pattern());
        }
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("a lease lasts from 100 milliseconds to a minute");
        }
    }

    /** What is right for most. */
    public static VerificationSettings of(String nodeName, Duration lease) {
        return new VerificationSettings(nodeName, lease, Duration.ofSeconds(1), 500_000, 4, 10_000);
    }
}
