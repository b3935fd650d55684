package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.ConsoleVisit;
import io.keyledger.server.console.access.SignedIn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** No page of the console forgets to ask who is there. */
class ConsoleRouteTest {

    private static final int FEWER_WOULD_BE_WRONG = 70;

    static List<ConsoleRoute> all() {
        return ConsoleRoute.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRouteAsksWhoIsThere(ConsoleRoute route) {
        assertThat(route.fault()).isEmpty();
    }

    @Test
    void allRoutesAreFound() {
        assertThat(ConsoleRoute.all()).hasSizeGreaterThan(FEWER_WOULD_BE_WRONG);
    }

    @Test
    void aRouteThatForgetsToAskIsFound() {
        assertThat(ConsoleRoute.of(Forgetful.class))
                .extracting(ConsoleRoute::path, ConsoleRoute::fault)
                .containsExactlyInAnyOrder(
                        tuple(
                                ConsolePath.WORKSPACE + "/forgotten",
                                Optional.of("is a workspace's, and does not ask for access to it")),
                        tuple(
                                ConsolePath.HUB + "/forgotten",
                                Optional.of("does not ask who is signed in")));
    }

    /** What must not be. */
    @SuppressWarnings("unused") // read by reflection
    private static final class Forgetful {

        @GetMapping(ConsolePath.WORKSPACE + "/forgotten")
        void ofAWorkspace(SignedIn who) {}

        @PostMapping(ConsolePath.HUB + "/forgotten")
        void ofAHub(ConsoleVisit visit) {}
    }
}
