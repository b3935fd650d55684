package io.keyledger.query.verification;

import io.keyledger.query.verification.Confirmation.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What this node has heard of all nodes, itself among them, and who answered its questions. */
final class Peers {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, LastBeat> beats = new HashMap<>();
    private final Map<String, Long> answers = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private long listeningSince = System.nanoTime();

    /** From now on every beat is heard. */
    synchronized void listening() {
        listeningSince = System.nanoTime();
    }

    /** A node that had left may come back. */
    synchronized void heard(NodeMessage.Beat beat) {
        gone.remove(beat.node());
        beats.put(
                beat.node(), new LastBeat(System.nanoTime(), beat.leaseMillis() * NANOS_PER_MILLI));
    }

    synchronized void answered(String node, long number) {
        answers.merge(node, number, Math::max);
        notifyAll();
    }

    synchronized void left(String node) {
        gone.add(node);
        beats.remove(node);
        answers.remove(node);
        notifyAll();
    }

    /**
     * Until when other nodes may judge by what was true before a question that this node has heard.
     * What such a node trusts in is a beat from before the question, so one that this node has
     * heard too, if it was listening. A later beat comes behind the question: whoever hears it has
     * heard the question, and the change that it is about.
     *
     * @return by name, without nodes whose time is already over
     */
    synchronized Map<String, Long> deadlinesOnceHeard(Asked question) {
        return deadlines(question, listeningSince);
    }

    /**
     * The same for a question that this node has not heard, and so perhaps not other beats either.
     */
    synchronized Map<String, Long> deadlinesUnheard(Asked question) {
        return deadlines(question, question.at());
    }

    /**
     * @param unheardBefore beats may have been sent up to then that this node has not heard
     */
    private Map<String, Long> deadlines(Asked question, long unheardBefore) {
        Map<String, Long> deadlines = new TreeMap<>();
        question.listed()
                .forEach((node, lease) -> deadlines.put(node, unheardBefore + lease.toNanos()));
        beats.forEach((node, beat) -> deadlines.put(node, beat.endOfTrust(unheardBefore)));
        deadlines.keySet().removeAll(gone);
        long now = System.nanoTime();
        deadlines.values().removeIf(deadline -> deadline - now <= 0);
        return deadlines;
    }

    /** Waits for a node's answer, its farewell, or the deadline, whichever is first. */
    synchronized Outcome await(String node, Asked question, long deadline)
            throws InterruptedException {
        while (answers.getOrDefault(node, 0L) < question.number()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || gone.contains(node)) {
                return Outcome.LEASE_EXPIRED;
            }
            wait(left / NANOS_PER_MILLI + 1);
        }
        return Outcome.CONFIRMED;
    }

    private record LastBeat(long heardAt, long lease) {

        long endOfTrust(long unheardBefore) {
            return (heardAt - unheardBefore > 0 ? heardAt : unheardBefore) + lease;
        }
    }
}
