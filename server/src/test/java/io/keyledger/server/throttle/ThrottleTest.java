package io.keyledger.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

    private final Clock clock = mock();
    private final Throttle throttle = new Throttle(2, Duration.ofMinutes(1), clock);

    @BeforeEach
    void setClock() {
        when(clock.instant()).thenReturn(NOW);
    }

    @Test
    void asManyAsAreAllowedPassAndTheNextHasToWaitForTheEndOfTheWindow() {
        assertThat(throttle.count("a")).isEmpty();
        when(clock.instant()).thenReturn(NOW.plusSeconds(20));
        assertThat(throttle.count("a")).isEmpty();

        assertThat(throttle.count("a")).contains(Duration.ofSeconds(40));
    }

    @Test
    void oneKeyDoesNotCountForAnother() {
        throttle.count("a");
        throttle.count("a");

        assertThat(throttle.count("b")).isEmpty();
    }

    @Test
    void whoWaitsItOutIsAdmitted() {
        for (int i = 0; i < 10; i++) {
            throttle.count("a");
        }

        when(clock.instant()).thenReturn(NOW.plusSeconds(60));

        assertThat(throttle.count("a")).isEmpty();
    }
}
