package io.keyledger.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.keyledger.api.hub.HubId;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AZ-16, where a test over HTTP would have to wait. */
class SignInThrottleTest {

    private static final HubId HUB = new HubId("nextoria");
    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

    private final Clock clock = mock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @BeforeEach
    void setClock() {
        when(clock.instant()).thenReturn(NOW);
    }

    @Test
    void whoeverWaitsMayTryAgain() {
        Attempt attempt = attempt("ada@example.com", "192.0.2.1");
        assertThat(allowed(attempt, 20)).isEqualTo(SignInThrottle.ATTEMPTS);
        assertThat(throttle.enter(attempt)).contains(SignInThrottle.WINDOW);

        when(clock.instant()).thenReturn(NOW.plus(SignInThrottle.WINDOW));

        assertThat(allowed(attempt, 20)).isEqualTo(SignInThrottle.ATTEMPTS);
    }

    @Test
    void theRightPasswordStartsAnew() {
        Attempt attempt = attempt("ada@example.com", "192.0.2.1");
        for (int i = 0; i < 500; i++) {
            assertThat(throttle.enter(attempt)).isEmpty();
            throttle.forgive(attempt);
        }
    }

    /** Upper case and spaces make no other account. */
    @Test
    void anAddressIsOneAddressHoweverItIsWritten() {
        allowed(attempt("ada@example.com", "192.0.2.1"), 10);

        assertThat(throttle.enter(attempt(" ADA@Example.COM ", "192.0.2.1"))).isPresent();
        assertThat(throttle.enter(attempt("bea@example.com", "192.0.2.1"))).isEmpty();
    }

    @Test
    void aNetworkOfIpv6IsOnePlace() {
        int allowed = 0;
        for (int i = 1; i <= 50; i++) {
            allowed += allowed(attempt("ada@example.com", "2001:db8:1:2::" + i), 1);
        }

        assertThat(allowed).isEqualTo(SignInThrottle.ATTEMPTS);
        assertThat(throttle.enter(attempt("ada@example.com", "2001:db8:1:3::1"))).isEmpty();
    }

    /** One guesser's refused attempts do not narrow the way of others. */
    @Test
    void whatIsRefusedDoesNotCountAgainstTheAccount() {
        allowed(attempt("ada@example.com", "192.0.2.1"), 150);

        assertThat(allowed(attempt("ada@example.com", "192.0.2.2"), 20))
                .isEqualTo(SignInThrottle.ATTEMPTS);
    }

    @Test
    void eachPlaceGetsFewerAttemptsWhileThereAreVeryManyAndNeverNone() {
        for (int place = 0; place < 10; place++) {
            allowed(attempt("ada@example.com", "192.0.2." + place), 10);
        }

        for (int place = 0; place < 100; place++) {
            assertThat(allowed(attempt("ada@example.com", "198.51.100." + place), 10))
                    .isEqualTo(SignInThrottle.ATTEMPTS_UNDER_ATTACK);
        }
    }

    private int allowed(Attempt attempt, int times) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += throttle.enter(attempt).isEmpty() ? 1 : 0;
        }
        return allowed;
    }

    private static Attempt attempt(String email, String source) {
        return Attempt.of(HUB, email, source);
    }
}
