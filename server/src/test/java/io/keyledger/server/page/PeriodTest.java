package io.keyledger.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "P365D, 365 days",
        "P1D, 1 day",
        "PT36H, 36 hours",
        "PT1H, 1 hour",
        "PT90M, 90 minutes",
        "PT1M, 1 minute",
        "PT45S, 45 seconds",
        "PT61S, 61 seconds",
        "PT0S, 0 seconds"
    })
    void aLengthOfTimeIsSaidInTheLargestUnitThatFits(Duration length, String words) {
        assertThat(Period.inWords(length)).isEqualTo(words);
    }
}
