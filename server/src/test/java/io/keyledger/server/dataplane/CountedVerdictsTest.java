package io.keyledger.server.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A verdict is counted by its code, whoever asked: a request that is too fast among them. */
final class CountedVerdictsTest {

    private final RunningDataPlane plane = RunningDataPlane.start();

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void rateLimitedRequestIsCountedAsDenied() throws IOException {
        plane.credentials.leaveBudget(1);
        verify();
        verify();
        forward();

        assertThat(counted("VALID")).isEqualTo(1);
        assertThat(counted("RATE_LIMITED")).isEqualTo(2);
    }

    @Test
    void unknownTruthIsCountedAsSuch() throws IOException {
        plane.credentials.loseTheTruth();

        forward();

        assertThat(counted("UNKNOWN")).isEqualTo(1);
        assertThat(counted("VALID")).isZero();
    }

    private void verify() throws IOException {
        plane.verify("{\"token\":\"hbn_valid\",\"method\":\"GET\",\"path\":\"/v1/members\"}");
    }

    private void forward() throws IOException {
        plane.send(
                "GET /v1/forward-auth HTTP/1.1",
                "Host: k",
                "Authorization: Bearer hbn_valid",
                "X-Forwarded-Method: GET",
                "X-Forwarded-Uri: /hubnity/v1/members");
    }

    private double counted(String code) {
        return plane.meters.get("keyledger.verdicts").tag("code", code).functionCounter().count();
    }
}
