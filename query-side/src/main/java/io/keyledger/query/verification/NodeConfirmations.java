package io.keyledger.query.verification;

import io.keyledger.query.verification.Confirmation.Node;
import io.keyledger.query.verification.Confirmation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks all nodes a question behind the change, and waits for their answers or for the end of the
 * leases that they held when it was put. It does not matter which position the change has:
 * PostgreSQL delivers the question after every change that was committed before it was put.
 */
final class NodeConfirmations implements Confirmations {

    private final NodeIdentity self;
    private final Outbox outbox;
    private final Peers peers;
    private final VerificationMeters meters;

    NodeConfirmations(NodeIdentity self, Outbox outbox, Peers peers, VerificationMeters meters) {
        this.self = self;
        this.outbox = outbox;
        this.peers = peers;
        this.meters = meters;
    }

    @Override
    public Confirmation await(long position) {
        long start = System.nanoTime();
        try {
            List<Node> nodes = poll(ask());
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            meters.confirmed(waited);
            return new Confirmation(position, nodes, waited);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TruthUnavailableException("interrupted while nodes were asked", e);
        }
    }

    private Asked ask() throws InterruptedException {
        try {
            return outbox.ask().get(self.lease().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new TruthUnavailableException("the nodes cannot be asked", e);
        }
    }

    private List<Node> poll(Asked question) throws InterruptedException {
        List<Node> nodes = new ArrayList<>();
        Outcome own = peers.await(self.name(), question, question.at() + self.lease().toNanos());
        nodes.add(new Node(self.name(), own));
        Map<String, Long> deadlines =
                own == Outcome.CONFIRMED
                        ? peers.deadlinesOnceHeard(question)
                        : peers.deadlinesUnheard(question);
        deadlines.remove(self.name());
        for (Map.Entry<String, Long> other : deadlines.entrySet()) {
            nodes.add(
                    new Node(
                            other.getKey(),
                            peers.await(other.getKey(), question, other.getValue())));
        }
        nodes.sort(Comparator.comparing(Node::name));
        return nodes;
    }
}
