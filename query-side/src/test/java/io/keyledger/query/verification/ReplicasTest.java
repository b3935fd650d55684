package io.keyledger.query.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.verification.ReplicaFeed.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    private static final Duration LEASE = Duration.ofMillis(800);
    private static final String EPOCH = "node~1";

    private final Trust trust = new Trust();
    private final Replicas replicas = new Replicas(EPOCH, trust, LEASE);

    @BeforeEach
    void prove() {
        trust.proveUntil(System.nanoTime() + LEASE.toNanos());
    }

    @Test
    void newReplicaForgetsEverythingAndIsLentTrust() throws Exception {
        Batch batch = ask("one", "", 0).get(1, TimeUnit.SECONDS);

        assertThat(batch.changes()).containsExactly("all");
        assertThat(batch.trust()).isPositive().isLessThan(LEASE);
    }

    @Test
    void changesAreToldAtOnceAndInTheirOrder() throws Exception {
        Batch first = ask("one", "", 0).get(1, TimeUnit.SECONDS);
        CompletableFuture<Batch> waiting = ask("one", EPOCH, first.to());
        replicas.publish(new Change.OfWorkspace("ws_1"));
        Batch second = waiting.get(100, TimeUnit.MILLISECONDS);
        replicas.publish(new Change.OfHub("acme"));
        replicas.publish(new Change.OfWorkspace("ws_2"));

        assertThat(second.changes()).containsExactly("workspace ws_1");
        assertThat(ask("one", EPOCH, second.to()).get(1, TimeUnit.SECONDS).changes())
                .containsExactly("hub acme", "workspace ws_2");
    }

    @Test
    void questionWithoutNewsIsAnsweredWithinTheLease() throws Exception {
        Batch first = ask("one", "", 0).get(1, TimeUnit.SECONDS);

        assertThat(ask("one", EPOCH, first.to()).get(LEASE.toMillis(), TimeUnit.MILLISECONDS))
                .satisfies(batch -> assertThat(batch.changes()).isEmpty());
    }

    @Test
    void replicaOfAnotherRunAndOneThatIsFarBehindForgetEverything() throws Exception {
        assertThat(ask("one", "node~0", 7).get(1, TimeUnit.SECONDS).changes())
                .containsExactly("all");
        for (int i = 0; i < 10_050; i++) {
            replicas.publish(new Change.OfWorkspace("ws_" + i));
        }
        assertThat(ask("two", EPOCH, 10).get(1, TimeUnit.SECONDS).changes()).containsExactly("all");
        assertThat(ask("three", EPOCH, 10_040).get(1, TimeUnit.SECONDS).changes()).hasSize(10);
    }

    @Test
    void noTrustIsLentThatThisNodeDoesNotHave() throws Exception {
        trust.withdraw();

        assertThat(ask("one", "", 0).get(1, TimeUnit.SECONDS).trust()).isZero();
    }

    @Test
    void nobodyIsWaitedForWhenNobodyTrusts() {
        AtomicBoolean over = new AtomicBoolean();

        replicas.whenApplied(() -> over.set(true));

        assertThat(over).isTrue();
    }

    @Test
    void changeIsOverOnlyWhenTheReplicaSaysThatItAppliedIt() throws Exception {
        Batch first = ask("one", "", 0).get(1, TimeUnit.SECONDS);
        CompletableFuture<Batch> waiting = ask("one", EPOCH, first.to());
        AtomicBoolean over = new AtomicBoolean();
        replicas.publish(new Change.OfWorkspace("ws_1"));
        replicas.whenApplied(() -> over.set(true));
        assertThat(over).as("told, but not yet applied").isFalse();

        var _ = ask("one", EPOCH, waiting.get(1, TimeUnit.SECONDS).to());

        assertThat(over).isTrue();
    }

    @Test
    void replicaThatIsGoneIsWaitedForUntilItsTrustHasRunOut() throws Exception {
        Batch first = ask("one", "", 0).get(1, TimeUnit.SECONDS);
        long lentUntil = System.nanoTime() + first.trust().toNanos();
        replicas.publish(new Change.OfWorkspace("ws_1"));
        CompletableFuture<Long> over = new CompletableFuture<>();
        replicas.whenApplied(() -> over.complete(System.nanoTime()));

        long at = over.get(5, TimeUnit.SECONDS);

        assertThat(at - lentUntil).isGreaterThan(-50_000_000L).isLessThan(500_000_000L);
    }

    @Test
    void barriersEndInTheirOrder() throws Exception {
        Batch first = ask("one", "", 0).get(1, TimeUnit.SECONDS);
        List<String> ended = new ArrayList<>();
        replicas.publish(new Change.OfWorkspace("ws_1"));
        replicas.whenApplied(() -> ended.add("one"));
        replicas.publish(new Change.OfWorkspace("ws_2"));
        replicas.whenApplied(() -> ended.add("two"));

        var _ = ask("one", EPOCH, first.to() + 1);
        assertThat(ended).containsExactly("one");
        var _ = ask("one", EPOCH, first.to() + 2);
        assertThat(ended).containsExactly("one", "two");
    }

    private CompletableFuture<Batch> ask(String replica, String epoch, long applied) {
        return replicas.changes(replica, epoch, applied);
    }
}
