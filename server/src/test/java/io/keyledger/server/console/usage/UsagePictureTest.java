package io.keyledger.server.console.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.keyledger.query.usage.Headroom;
import io.keyledger.query.usage.UsageInterval;
import io.keyledger.query.usage.UsageRange;
import io.keyledger.server.console.usage.HeadroomChart.Line;
import io.keyledger.verdict.VerdictCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That charts, figures and table say the same, and what was asked. */
class UsagePictureTest {

    private static final Instant NOW = Instant.parse("2027-03-10T12:34:56Z");

    private static UsagePicture picture(Span span, UsageInterval... intervals) {
        return UsagePicture.of(span, span.upTo(NOW), List.of(intervals));
    }

    private static UsageInterval at(String start, long accepted, long limited, long left) {
        return new UsageInterval(
                Instant.parse(start),
                Map.of(VerdictCode.VALID, accepted, VerdictCode.RATE_LIMITED, limited),
                new Headroom(left, 100));
    }

    @ParameterizedTest
    @CsvSource({
        "HOUR,  2027-03-10T11:35:00Z, 2027-03-10T12:35:00Z, 60",
        "DAY,   2027-03-09T13:00:00Z, 2027-03-10T13:00:00Z, 24",
        "WEEK,  2027-03-03T18:00:00Z, 2027-03-10T18:00:00Z, 168",
        "MONTH, 2027-02-09T00:00:00Z, 2027-03-11T00:00:00Z, 30"
    })
    void aSpanEndsWithThePresentStep(Span span, Instant from, Instant to, long intervals) {
        UsageRange range = span.upTo(NOW);

        assertThat(range.from()).isEqualTo(from);
        assertThat(range.to()).isEqualTo(to);
        assertThat(range.intervals()).isEqualTo(intervals);
    }

    @ParameterizedTest
    @EnumSource
    void everyStepHasItsPlaceAndTheMarksAreEvenlyApart(Span span) {
        UsagePicture empty = picture(span);

        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.headroom()).isNull();
        assertThat(empty.marks().getFirst()).isEqualTo(span.upTo(NOW).from());
        assertThat(span.steps() % span.stepsToAMark()).isZero();
        assertThat(empty.marks()).hasSize(span.steps() / span.stepsToAMark());
    }

    @Test
    void figuresAndTableAndReasonsAddUp() {
        UsagePicture picture =
                picture(
                        Span.DAY,
                        at("2027-03-09T13:00:00Z", 10, 0, 90),
                        at("2027-03-10T12:00:00Z", 100, 40, 0));

        assertThat(picture.total().requests()).isEqualTo(150);
        assertThat(picture.refusedPercent()).isEqualTo(100.0 * 40 / 150);
        assertThat(picture.rows()).extracting(Slice::requests).containsExactly(10L, 140L);
        assertThat(picture.refusals())
                .extracting(RefusalsRow::inWords, RefusalsRow::total, RefusalsRow::highest)
                .containsExactly(tuple("Rate limit exceeded", 40L, 40L));
    }

    @Test
    void theHoursOfAStepOfTheWeekAreItsSum() {
        UsagePicture picture =
                picture(
                        Span.WEEK,
                        at("2027-03-10T11:00:00Z", 7, 0, 50),
                        at("2027-03-10T12:00:00Z", 1, 1, 80),
                        at("2027-03-10T17:00:00Z", 2, 0, 30));

        assertThat(picture.rows())
                .extracting(Slice::start, Slice::requests, Slice::headroom)
                .containsExactly(
                        tuple(Instant.parse("2027-03-10T06:00:00Z"), 7L, new Headroom(50, 100)),
                        tuple(Instant.parse("2027-03-10T12:00:00Z"), 4L, new Headroom(30, 100)));
    }

    /** 150 of 200 are 105 of the 140 pixels; what was refused stands on what was accepted. */
    @Test
    void barsAreAsHighAsTheirNumbers() {
        RequestsChart chart = picture(Span.DAY, at("2027-03-09T13:00:00Z", 100, 50, 1)).requests();

        assertThat(chart.highest()).isEqualTo(150);
        assertThat(chart.top()).isEqualTo(200);
        assertThat(chart.accepted()).containsExactly(new Bar("0.417%", "3.333%", "90.0", "70.0"));
        assertThat(chart.refused()).containsExactly(new Bar("0.417%", "3.333%", "55.0", "35.0"));
    }

    @Test
    void oneAmongManyIsStillSeen() {
        RequestsChart chart =
                picture(Span.DAY, at("2027-03-09T13:00:00Z", 999_999, 1, 1)).requests();

        assertThat(chart.refused()).extracting(Bar::height).containsExactly("1.0");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "2,2", "7,8", "9,10", "10,10", "11,20", "61,80", "801,1000"})
    void theTopIsARoundNumberThatNothingExceeds(long highest, long top) {
        assertThat(Scale.roundTop(highest)).isEqualTo(top);
    }

    @Test
    void theLineOfTheHeadroomGoesThroughNeighboursAndLeavesGaps() {
        HeadroomChart chart =
                Objects.requireNonNull(
                        picture(
                                        Span.DAY,
                                        at("2027-03-09T13:00:00Z", 1, 0, 75),
                                        at("2027-03-09T14:00:00Z", 1, 0, 0),
                                        at("2027-03-10T12:00:00Z", 1, 0, 50))
                                .headroom());

        assertThat(chart.lines())
                .containsExactly(
                        new Line("0.000%", "45.0", "4.167%", "45.0"),
                        new Line("4.167%", "45.0", "4.167%", "120.0"),
                        new Line("4.167%", "120.0", "8.333%", "120.0"),
                        new Line("95.833%", "70.0", "100.000%", "70.0"));
        assertThat(chart.exhausted()).containsExactly("6.250%");
        assertThat(chart.lowest().start()).isEqualTo(Instant.parse("2027-03-09T14:00:00Z"));
    }

    /** Numbers differ from budget to budget; what is nearest to its end is what counts. */
    @Test
    void theLowestIsTheOneWithTheLeastPartLeft() {
        Instant start = Instant.parse("2027-03-10T12:00:00Z");
        UsagePicture picture =
                picture(
                        Span.DAY,
                        limited(start.minus(Duration.ofHours(1)), new Headroom(20, 1_000)),
                        limited(start, new Headroom(10, 60)),
                        limited(start.minus(Duration.ofHours(9)), null));

        assertThat(Objects.requireNonNull(picture.headroom()).lowest().headroom())
                .isEqualTo(new Headroom(20, 1_000));
    }

    private static UsageInterval limited(Instant start, @Nullable Headroom headroom) {
        return new UsageInterval(start, Map.of(VerdictCode.VALID, 1L), headroom);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasWords(VerdictCode code) {
        assertThat(Reason.inWords(code)).doesNotContain("_").isNotBlank();
    }
}
