package io.keyledger.server.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guessing is limited where it comes from, and costs nobody else anything. */
class FailedRequestsTest {

    private static final String HERE = "203.0.113.9";
    private static final String THERE = "203.0.113.10";
    private static final int MOST = 3;

    private RunningDataPlane running;

    @BeforeEach
    void start() {
        running = RunningDataPlane.startWithFailures(MOST);
    }

    @AfterEach
    void stop() {
        running.server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Authorization: Bearer hbn_unknown",
                "Authorization: Basic eA==",
                "Authorization: Bearer hbn_prefix_of_the_victim"
            })
    void whatComesToNothingIsLimitedAndTheWaitIsTold(String authorization) throws IOException {
        for (int i = 0; i < MOST; i++) {
            assertThat(ask(HERE, authorization).status()).isEqualTo(401);
        }

        HttpSocket.Response refused = ask(HERE, authorization);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("HUB-API-429");
        assertThat(Integer.parseInt(Objects.requireNonNull(refused.field("Retry-After"))))
                .isBetween(1, 61);
    }

    @Test
    void aKeyThatIsAcceptedWorksWhateverElseComesFromItsPlace() throws IOException {
        for (int i = 0; i < 2 * MOST; i++) {
            ask(HERE, "Authorization: Bearer hbn_unknown");
        }

        assertThat(ask(HERE, "Authorization: Bearer " + RunningDataPlane.HUBNITY).status())
                .isEqualTo(200);
    }

    @Test
    void onePlaceDoesNotSpendWhatAnotherHas() throws IOException {
        for (int i = 0; i < 2 * MOST; i++) {
            ask(HERE, "Authorization: Bearer hbn_unknown");
        }

        assertThat(ask(THERE, "Authorization: Bearer hbn_unknown").status()).isEqualTo(401);
    }

    @Test
    void aNetworkOfIpv6IsOnePlace() throws IOException {
        for (int i = 0; i < MOST; i++) {
            ask("2001:db8::" + i, "Authorization: Bearer hbn_unknown");
        }

        assertThat(ask("2001:db8::ffff", "Authorization: Bearer hbn_unknown").status())
                .isEqualTo(429);
        assertThat(ask("2001:db8:0:1::1", "Authorization: Bearer hbn_unknown").status())
                .isEqualTo(401);
    }

    private HttpSocket.Response ask(String from, String authorization) throws IOException {
        return running.send(
                authorization.isEmpty()
                        ? new String[] {
                            "GET /v1/forward-auth HTTP/1.1",
                            "Host: keyledger",
                            "X-Forwarded-Method: GET",
                            "X-Forwarded-Uri: /hubnity/v1/members",
                            "X-Forwarded-For: " + from
                        }
                        : new String[] {
                            "GET /v1/forward-auth HTTP/1.1",
                            "Host: keyledger",
                            "X-Forwarded-Method: GET",
                            "X-Forwarded-Uri: /hubnity/v1/members",
                            "X-Forwarded-For: " + from,
                            authorization
                        });
    }
}
