package io.keyledger.server.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitWordsTest {

    @ParameterizedTest
    @CsvSource({
        "100, PT1M, 100, CREDENTIAL, '100 requests a minute for each key, bursts of 100'",
        "1000, PT1H, 2000, WORKSPACE,"
                + " '1,000 requests an hour for the whole workspace, bursts of 2,000'",
        "5000, PT15M, 5000, CREDENTIAL,"
                + " '5,000 requests in 15 minutes for each key, bursts of 5,000'",
        "1, P1D, 1, CREDENTIAL, '1 request a day for each key, bursts of 1'"
    })
    void aLimitIsSaidAsOneSaysIt(
            long requests, Duration per, long burst, CountedPer countedPer, String words) {
        assertThat(LimitWords.of(limits(countedPer, new Window(requests, per, burst))))
                .containsExactly(words);
    }

    @Test
    void eachWindowHasALineOfItsOwn() {
        RateLimits limits =
                limits(
                        CountedPer.CREDENTIAL,
                        new Window(60, Duration.ofMinutes(1), 60),
                        new Window(500, Duration.ofHours(1), 500));

        assertThat(LimitWords.of(limits))
                .containsExactly(
                        "60 requests a minute for each key, bursts of 60",
                        "500 requests an hour for each key, bursts of 500");
    }

    @Test
    void noLimitIsSaidToo() {
        assertThat(LimitWords.of(null)).containsExactly("No limit");
        assertThat(LimitWords.of(limits(CountedPer.CREDENTIAL))).containsExactly("No limit");
    }

    private static RateLimits limits(CountedPer countedPer, Window... windows) {
        return new RateLimits(countedPer, List.of(windows), HeaderStyle.NONE);
    }
}
