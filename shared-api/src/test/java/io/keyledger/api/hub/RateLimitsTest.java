package io.keyledger.api.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.RateLimits.Window;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "60, PT1M, 60, 60/minute",
        "60, PT60S, 100, 60/minute burst 100",
        "5000, PT15M, 5000, 5000/15 minutes",
        "1000, P1D, 1000, 1000/day",
        "7, PT90S, 7, 7/90 seconds",
        "1, P366D, 2, 1/366 days burst 2"
    })
    void aWindowIsToldAsProfilesWriteIt(long requests, Duration per, long burst, String words) {
        assertThat(new Window(requests, per, burst).inWords()).isEqualTo(words);
    }
}
