package io.keyledger.query.verification;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Says what a node has to say, on a connection and a thread of its own: heartbeats, questions and
 * answers.
 */
final class Voice {

    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);

    private final NodeIdentity self;
    private final Outbox outbox;
    private final Lease lease;
    private final Skew skew;
    private final SpeakingConnection connection;
    private @Nullable Thread thread;
    private long questions;

    Voice(
            NodeIdentity self,
            DedicatedConnections connections,
            Outbox outbox,
            Lease lease,
            Skew skew) {
        this.self = self;
        this.outbox = outbox;
        this.lease = lease;
        this.skew = skew;
        this.connection = new SpeakingConnection(connections, self.lease());
    }

    void start() {
        outbox.open();
        thread = Thread.ofPlatform().daemon().name("keyledger-voice").start(this::run);
    }

    /** Says farewell, if that can be done within a lease. */
    void stop() throws InterruptedException {
        outbox.close();
        if (thread != null) {
            thread.join(self.lease());
        }
    }

    private void run() {
        try {
            while (!outbox.isClosed()) {
                deliver(outbox.take());
            }
            deliver(outbox.take());
            attempt(table -> table.leave(new NodeMessage.Farewell(self.name())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
        }
    }

    private void deliver(Outbox.Mail mail) {
        if (mail.beat()) {
            attempt(this::beat);
        }
        if (!mail.questions().isEmpty()) {
            ask(mail);
        }
        mail.answers().forEach(this::answer);
    }

    private void beat(NodeTable table) {
        Instant before = skew.now();
        Instant there = table.beat(self.beat(System.nanoTime()));
        skew.measured(before, there, skew.now());
        lease.clockCompared();
    }

    private void ask(Outbox.Mail mail) {
        long number = ++questions;
        RuntimeException failure =
                attempt(table -> {
                    var listed = table.ask(new NodeMessage.Question(self.name(), number));
                    Asked asked = new Asked(number, System.nanoTime(), listed);
                    mail.questions().forEach(it -> it.complete(asked));
                });
        if (failure != null) {
            mail.questions().forEach(it -> it.completeExceptionally(failure));
        }
    }

    private void answer(String asker, long number) {
        attempt(table -> table.say(new NodeMessage.Answer(self.name(), asker, number)));
    }

    /**
     * Says something, on a new connection if the last one failed.
     *
     * @return why it could not be said; null when it was. Whoever depends on what was not said
     *     learns so from the lease that runs out
     */
    private @Nullable RuntimeException attempt(Consumer<NodeTable> saying) {
        try {
            saying.accept(connection.table());
            return null;
        } catch (DataAccessException e) {
            LOG.warn("{} cannot be heard by other nodes: {}", self.name(), e.getMessage());
            connection.close();
            return e;
        }
    }
}
