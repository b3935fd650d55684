package io.keyledger.query.verification;

import java.time.Duration;

/**
 * Turns heartbeats that came back into trust. A beat that was sent at some moment and came back
 * through the change feed proves that the feed had delivered all that was committed before; trust
 * lasts one lease from that moment, by this node's monotonic clock. No other clock takes part.
 */
final class Lease {

    private final NodeIdentity self;
    private final Trust trust;
    private final Skew skew;
    private final VerificationMeters meters;
    private volatile long lastHeard = System.nanoTime();

    Lease(NodeIdentity self, Trust trust, Skew skew, VerificationMeters meters) {
        this.self = self;
        this.trust = trust;
        this.skew = skew;
        this.meters = meters;
    }

    /** The feed listens anew: silence counts from now. */
    void listening() {
        lastHeard = System.nanoTime();
    }

    /** One of this node's own beats came back. */
    synchronized void heard(NodeMessage.Beat beat) {
        lastHeard = System.nanoTime();
        meters.heartbeat(Duration.ofNanos(lastHeard - beat.sentAt()));
        if (skew.isTolerable()) {
            trust.proveUntil(beat.sentAt() + self.lease().toNanos());
        }
    }

    /** The clocks were compared: by a wrong one nothing is judged. */
    synchronized void clockCompared() {
        if (!skew.isTolerable()) {
            trust.withdraw();
        }
    }

    /** Whether beats have stayed away for so long that the connection must be taken for dead. */
    boolean isOverdue() {
        return System.nanoTime() - lastHeard > 2 * self.lease().toNanos();
    }
}
