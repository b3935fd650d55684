package io.keyledger.query.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether this node can be asked for verdicts. */
public final class VerificationHealth {

    private final Trust trust;
    private final ChangeFeed feed;
    private final Skew skew;

    VerificationHealth(Trust trust, ChangeFeed feed, Skew skew) {
        this.trust = trust;
        this.feed = feed;
        this.skew = skew;
    }

    public Report check() {
        List<String> problems = new ArrayList<>();
        if (!feed.isListening()) {
            problems.add("the change feed is not connected");
        }
        if (!trust.isProven()) {
            problems.add("the lease has run out: memory is not trusted");
        }
        if (!skew.isTolerable()) {
            problems.add("this node's clock and the database's are apart by " + skew.latest());
        }
        return new Report(problems, skew.latest());
    }

    /**
     * The state of one node.
     *
     * @param problems in words, for operators; empty when all is well
     * @param clockSkew of this node against the database; positive when this node is ahead
     */
    public record Report(List<String> problems, Duration clockSkew) {

        public Report {
            problems = List.copyOf(problems);
        }

        public boolean isReady() {
            return problems.isEmpty();
        }
    }
}
