package io.keyledger.query.verification;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Tells replicas what this node hears, in the same order, and knows which of them have applied
 * what.
 *
 * <p>A replica's trust starts when it has sent a question and ends no later than this node's own
 * trust did when it was answered. So a replica that this node has lost sight of stops trusting
 * before anybody stops waiting for this node.
 */
final class Replicas {

    private static final String ALL = "all";
    private static final int MOST_REMEMBERED = 10_000;

    private final String epoch;
    private final Trust trust;
    private final long margin;
    private final Duration wait;
    private final Executor later;
    private final ArrayDeque<String> remembered = new ArrayDeque<>();
    private final Map<String, Replica> replicas = new HashMap<>();
    private final List<Barrier> barriers = new ArrayList<>();
    private long last;

    /**
     * @param lease a question is answered after a quarter of it at the latest, and a hundredth of
     *     it is left for clocks that run at different speeds
     */
    Replicas(String epoch, Trust trust, Duration lease) {
        this.epoch = epoch;
        this.trust = trust;
        this.margin = lease.toNanos() / 100;
        this.wait = lease.dividedBy(4);
        this.later = CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** This node has applied a change. */
    synchronized void publish(Change change) {
        last++;
        remembered.addLast(words(change));
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.removeFirst();
        }
        replicas.values().forEach(this::answer);
    }

    /** See {@link ReplicaFeed#changes}. */
    synchronized CompletableFuture<ReplicaFeed.Batch> changes(
            String name, String since, long applied) {
        Replica replica = replicas.computeIfAbsent(name, _ -> new Replica());
        boolean known = since.equals(epoch) && applied <= last;
        replica.applied = known ? applied : -1;
        CompletableFuture<ReplicaFeed.Batch> question = new CompletableFuture<>();
        // A replica asks one question at a time: an older one was given up.
        replica.question = question;
        if (replica.applied < last) {
            answer(replica);
        } else {
            later.execute(() -> answerIfOpen(replica, question));
        }
        settle();
        return question;
    }

    /** Runs when no replica can judge by what was true before now. */
    synchronized void whenApplied(Runnable then) {
        long now = System.nanoTime();
        Barrier barrier = new Barrier(last, then);
        long longest = longestTrust(barrier, now);
        if (longest <= 0) {
            then.run();
            return;
        }
        barriers.add(barrier);
        CompletableFuture.delayedExecutor(longest, TimeUnit.NANOSECONDS).execute(this::settleLater);
    }

    /** How many replicas have trust in their copies. */
    synchronized int trusting() {
        long now = System.nanoTime();
        return (int) replicas.values().stream().filter(it -> it.trustedUntil - now > 0).count();
    }

    private synchronized void settleLater() {
        settle();
    }

    private void settle() {
        long now = System.nanoTime();
        List<Barrier> over = barriers.stream().filter(it -> longestTrust(it, now) <= 0).toList();
        barriers.removeAll(over);
        over.forEach(it -> it.then().run());
    }

    private long longestTrust(Barrier barrier, long now) {
        return replicas.values().stream()
                .filter(it -> it.applied < barrier.number())
                .mapToLong(it -> it.trustedUntil - now)
                .max()
                .orElse(0);
    }

    private synchronized void answerIfOpen(
            Replica replica, CompletableFuture<ReplicaFeed.Batch> question) {
        if (!question.isDone()) {
            answer(replica, question);
        }
        forgetTheLongGone();
    }

    private void answer(Replica replica) {
        CompletableFuture<ReplicaFeed.Batch> question = replica.question;
        if (!question.isDone()) {
            answer(replica, question);
        }
    }

    private void answer(Replica replica, CompletableFuture<ReplicaFeed.Batch> question) {
        long lent = Math.max(0, trust.nanosLeft() - margin);
        long until = System.nanoTime() + lent;
        if (until - replica.trustedUntil > 0) {
            replica.trustedUntil = until;
        }
        question.complete(
                new ReplicaFeed.Batch(epoch, last, behind(replica), Duration.ofNanos(lent)));
    }

    private List<String> behind(Replica replica) {
        long first = last - remembered.size() + 1;
        if (replica.applied < first - 1 || replica.applied < 0) {
            return List.of(ALL);
        }
        return remembered.stream().skip(replica.applied - first + 1).toList();
    }

    private void forgetTheLongGone() {
        long now = System.nanoTime();
        long ages = TimeUnit.MINUTES.toNanos(10);
        replicas.values().removeIf(it -> now - it.trustedUntil > ages);
    }

    private static String words(Change change) {
        return switch (change) {
            case Change.OfCredential(var digest) -> "credential " + digest.hex();
            case Change.OfWorkspace(String workspace) -> "workspace " + workspace;
            case Change.OfHub(String hub) -> "hub " + hub;
            case Change.OfAll() -> ALL;
        };
    }

    /** What is known of one replica. */
    private static final class Replica {

        private long applied = -1;
        private long trustedUntil = System.nanoTime();
        private CompletableFuture<ReplicaFeed.Batch> question = new CompletableFuture<>();
    }

    private record Barrier(long number, Runnable then) {}
}
