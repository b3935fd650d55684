package io.keyledger.verdict.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetStateTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "1, 1, 1",
        "1000000000, 1, 1",
        "1000000001, 2, 2",
        "59999999999, 60, 60"
    })
    void secondsAreNeverTooFew(long nanos, long retryAfter, long reset) {
        BudgetState state = new BudgetState(false, 100, 0, nanos, nanos);

        assertThat(state.retryAfterSeconds()).isEqualTo(retryAfter);
        assertThat(state.resetSeconds()).isEqualTo(reset);
    }
}
