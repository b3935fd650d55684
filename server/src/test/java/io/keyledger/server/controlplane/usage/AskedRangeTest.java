package io.keyledger.server.controlplane.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.keyledger.query.usage.Resolution;
import io.keyledger.query.usage.UsageRange;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ranges of usage can be asked for. */
class AskedRangeTest {

    private static final Instant NOW = Instant.parse("2027-03-10T12:34:56.789Z");

    private static UsageRange range(
            @Nullable String from, @Nullable String to, @Nullable String resolution) {
        return new AskedRange(from, to, resolution).at(NOW);
    }

    @Test
    void whoSaysNothingGetsTheHoursOfTheLastDay() {
        UsageRange range = range(null, null, null);

        assertThat(range.resolution()).isEqualTo(Resolution.HOUR);
        assertThat(range.from()).isEqualTo("2027-03-09T12:00:00Z");
        assertThat(range.to()).isEqualTo("2027-03-10T13:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "minute, 2027-03-10T11:34:00Z, 2027-03-10T12:35:00Z",
        "day,    2027-02-08T00:00:00Z, 2027-03-11T00:00:00Z"
    })
    void eachResolutionHasItsUsualRange(String resolution, Instant from, Instant to) {
        UsageRange range = range(null, null, resolution);

        assertThat(range.from()).isEqualTo(from);
        assertThat(range.to()).isEqualTo(to);
    }

    @Test
    void whatIsStillKeptCanBeAskedForFromItsFirstInterval() {
        assertThat(range("2027-03-08T12:34:00Z", null, "minute").intervals()).isEqualTo(2_881);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday,             ,                      hour,   from",
        "2027-03-10,            ,                      hour,   from",
        ",                      noon,                  hour,   to",
        "2027-03-10T12:00:00Z,  2027-03-10T12:00:00Z,  hour,   to",
        "2027-03-10T13:00:00Z,  ,                      hour,   to",
        ",                      +999999999-12-31T23:59:59Z, hour, to",
        "-999999999-01-01T00:00:00Z, ,                 day,    from",
        ",                      ,                      week,   resolution",
        ",                      ,                      MINUTE, resolution",
        "2027-03-08T12:33:59Z,  ,                      minute, from",
        "2026-12-10T00:00:00Z,  ,                      hour,   from",
        "2025-03-09T00:00:00Z,  ,                      day,    from",
        "2027-03-10T00:00:00Z,  2027-09-10T12:00:00Z,  hour,   from"
    })
    void anotherRangeIsRefusedAtItsParameter(
            @Nullable String from, @Nullable String to, String resolution, String parameter) {
        assertThatThrownBy(() -> range(from, to, resolution))
                .asInstanceOf(type(ProblemException.class))
                .returns(ProblemCode.INVALID_PARAMETER, ProblemException::code)
                .returns(parameter, ProblemException::field);
    }
}
