package io.keyledger.server.controlplane.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.IfMatch;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleThrottleTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final Caller CALLER = caller("key:one");

    private final Clock clock = mock();
    private final PeopleThrottle throttle = new PeopleThrottle(clock);

    @BeforeEach
    void setClock() {
        when(clock.instant()).thenReturn(NOW);
    }

    @Test
    void whoeverAddsTooManyIsToldHowLongToWait() {
        times(PeopleThrottle.ADDED_BY_HAND, () -> throttle.adding(CALLER));

        assertThatThrownBy(() -> throttle.adding(CALLER))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> {
                            assertThat(it.code()).isEqualTo(ProblemCode.TOO_MANY);
                            assertThat(it.patience()).isEqualTo(PeopleThrottle.BY_HAND);
                        });
    }

    @Test
    void afterTheWindowThereMayBeMore() {
        times(PeopleThrottle.ADDED_BY_HAND, () -> throttle.adding(CALLER));
        when(clock.instant()).thenReturn(NOW.plus(PeopleThrottle.BY_HAND));

        assertThatCode(() -> throttle.adding(CALLER)).doesNotThrowAnyException();
    }

    @Test
    void aProgramRegistersAndHashesAsManyAsItMayAndNoMore() {
        times(PeopleThrottle.BY_PROGRAM, () -> throttle.registering(CALLER));
        times(PeopleThrottle.BY_PROGRAM, () -> throttle.hashing(CALLER));

        for (Runnable more :
                new Runnable[] {
                    () -> throttle.registering(CALLER), () -> throttle.hashing(CALLER)
                }) {
            assertThatThrownBy(more::run)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            it -> assertThat(it.patience()).isEqualTo(Duration.ofMinutes(1)));
        }
    }

    @Test
    void oneCallerDoesNotCountForAnother() {
        times(PeopleThrottle.BY_PROGRAM, () -> throttle.hashing(CALLER));

        assertThatCode(() -> throttle.hashing(caller("key:two"))).doesNotThrowAnyException();
    }

    private static void times(int count, Runnable doing) {
        for (int i = 0; i < count; i++) {
            doing.run();
        }
    }

    private static Caller caller(String actor) {
        return new Caller(
                actor,
                "ws_1",
                "credential",
                Set.of(),
                null,
                "203.0.113.7",
                "correlation",
                "PUT /",
                Optional.empty(),
                IfMatch.ANYTHING);
    }
}
