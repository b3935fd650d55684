package io.keyledger.query.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.token.Digest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** When a node may believe what it found in its memory. */
class TrustTest {

    private final Trust trust = new Trust();

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private static Stream<Change> changes() {
        return Stream.of(
                new Change.OfCredential(new Digest(1, 2, 3, 4)),
                new Change.OfWorkspace("ws_1"),
                new Change.OfHub("hubnity"),
                new Change.OfAll());
    }

    private Memory memory() {
        JdbcClient neverAsked = JdbcClient.create(new DriverManagerDataSource());
        Truth truth =
                new Truth(
                        neverAsked,
                        new CompiledProfiles(),
                        new VerificationMeters(new SimpleMeterRegistry()));
        return new Memory(trust, truth, Runnable::run, Duration.ofSeconds(1), 10);
    }

    @Test
    void whatWasFoundIsBelievedWhileTheLeaseRunsAndNothingChanges() {
        trust.proveUntil(in(Duration.ofMinutes(1)));

        assertThat(trust.holds(trust.stamp())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWasFoundAcrossAnyChangeIsNotBelieved(Change change) {
        trust.proveUntil(in(Duration.ofMinutes(1)));
        long stamp = trust.stamp();

        memory().apply(change);

        assertThat(trust.holds(stamp)).isFalse();
        assertThat(trust.holds(trust.stamp())).isTrue();
    }

    @Test
    void nothingIsBelievedBeforeTheFeedWasProven() {
        assertThat(trust.holds(trust.stamp())).isFalse();
    }

    @Test
    void nothingIsBelievedWhenTheLeaseIsOver() {
        trust.proveUntil(in(Duration.ofNanos(-1)));

        assertThat(trust.holds(trust.stamp())).isFalse();
    }

    @Test
    void nothingIsBelievedOnceTrustIsWithdrawn() {
        trust.proveUntil(in(Duration.ofMinutes(1)));

        trust.withdraw();

        assertThat(trust.holds(trust.stamp())).isFalse();
        assertThat(trust.isProven()).isFalse();
    }
}
