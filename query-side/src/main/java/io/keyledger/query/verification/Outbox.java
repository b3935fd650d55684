package io.keyledger.query.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What this node has yet to say. Questions that wait together are put as one, and of several
 * answers to one asker the latest says it all.
 */
final class Outbox {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long interval;
    private List<CompletableFuture<Asked>> questions = new ArrayList<>();
    private Map<String, Long> answers = new HashMap<>();
    private long nextBeat = System.nanoTime();
    private boolean closed = true;

    /**
     * @param interval between heartbeats, in nanoseconds
     */
    Outbox(long interval) {
        this.interval = interval;
    }

    synchronized CompletableFuture<Asked> ask() {
        CompletableFuture<Asked> question = new CompletableFuture<>();
        if (closed) {
            question.completeExceptionally(new IllegalStateException("this node is not running"));
        } else {
            questions.add(question);
            notifyAll();
        }
        return question;
    }

    synchronized void answer(NodeMessage.Question question) {
        answers.merge(question.node(), question.number(), Math::max);
        notifyAll();
    }

    synchronized void beatNow() {
        nextBeat = System.nanoTime();
        notifyAll();
    }

    /** A heartbeat is the first thing to say. */
    synchronized void open() {
        closed = false;
        beatNow();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits until there is something to say, or until the outbox is closed. */
    synchronized Mail take() throws InterruptedException {
        while (!closed && questions.isEmpty() && answers.isEmpty() && untilBeat() > 0) {
            wait(untilBeat() / NANOS_PER_MILLI + 1);
        }
        boolean beat = untilBeat() <= 0;
        if (beat) {
            nextBeat = System.nanoTime() + interval;
        }
        Mail mail = new Mail(beat, questions, answers);
        questions = new ArrayList<>();
        answers = new HashMap<>();
        return mail;
    }

    private long untilBeat() {
        return nextBeat - System.nanoTime();
    }

    /**
     * What to say next.
     *
     * @param questions all to be put as one
     * @param answers the latest question of each asker
     */
    record Mail(
            boolean beat, List<CompletableFuture<Asked>> questions, Map<String, Long> answers) {}
}
