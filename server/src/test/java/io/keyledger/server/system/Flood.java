package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * As many requests as a budget has room for, one behind the other.
 *
 * @param admitted how many were let through before the first that was not
 * @param took the time of all of them
 * @param refused the first that was not let through
 */
record Flood(int admitted, Duration took, HttpResponse<String> refused) {

    /** One request. */
    @FunctionalInterface
    interface Call {

        HttpResponse<String> make() throws IOException;
    }

    /** Calls until it is refused, at most {@code most} times. */
    static Flood of(int most, Call call) throws IOException {
        long start = System.nanoTime();
        for (int admitted = 0; admitted < most; admitted++) {
            HttpResponse<String> answer = call.make();
            if (answer.statusCode() != 200) {
                return new Flood(admitted, Duration.ofNanos(System.nanoTime() - start), answer);
            }
        }
        throw new AssertionError("all of " + most + " requests were admitted");
    }

    /** Neither fewer than the burst nor more than it and what was refilled meanwhile. */
    void assertHadRoomFor(int burst, int perMinute) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
        assertThat(admitted)
                .isBetween(burst, burst + (int) Math.ceil(took.toMillis() * perMinute / 60_000.0));
    }

    /** Whoever waits as long as told is let through. */
    void assertTellsTheTruth(Call call) throws Exception {
        long seconds = Long.parseLong(Answers.header(refused, "Retry-After"));
        assertThat(seconds).isBetween(1L, 60L);
        Thread.sleep(Duration.ofSeconds(seconds));
        Answers.assertAdmitted(call.make());
    }
}
