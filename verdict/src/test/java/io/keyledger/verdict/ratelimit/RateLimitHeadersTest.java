package io.keyledger.verdict.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checklist RL-04: what the fields say of a budget is what it is. */
class RateLimitHeadersTest {

    private static final long NOW = 1_700_000_000;
    private static final Window MINUTE = new Window(60, Duration.ofMinutes(1), 60);
    private static final Window HOUR = new Window(500, Duration.ofHours(1), 500);

    /** Of the minute: 41 left, so 19 s until it is full. */
    private static final BudgetState STATE =
            new BudgetState(true, 60, 41, 0, Duration.ofMillis(18_200).toNanos());

    private static Map<String, String> told(HeaderStyle style, BudgetState state, Window... all) {
        Map<String, String> fields = new LinkedHashMap<>();
        RateLimitHeaders.tell(
                new RateLimits(CountedPer.CREDENTIAL, List.of(all), style),
                state,
                NOW,
                fields::put);
        return fields;
    }

    private static Map<String, String> told(HeaderStyle style) {
        return told(style, STATE, MINUTE, HOUR);
    }

    @Test
    void resetIsToldAsUnixTimeOrInSeconds() {
        assertThat(told(HeaderStyle.X_RATELIMIT_UNIX))
                .containsExactly(
                        Map.entry("X-RateLimit-Limit", "60"),
                        Map.entry("X-RateLimit-Remaining", "41"),
                        Map.entry("X-RateLimit-Reset", "1700000019"));
        assertThat(told(HeaderStyle.X_RATELIMIT_DELTA)).containsEntry("X-RateLimit-Reset", "19");
    }

    @Test
    void ietfFieldsTellEveryWindowAndTheTightest() {
        assertThat(told(HeaderStyle.IETF))
                .containsExactly(
                        Map.entry(
                                "RateLimit-Policy",
                                "\"per-60s\";q=60;w=60, \"per-3600s\";q=500;w=3600"),
                        Map.entry("RateLimit", "\"per-60s\";r=41;t=19"));
    }

    @Test
    void bothAreToldWhereBothAreAskedFor() {
        Map<String, String> both = new LinkedHashMap<>(told(HeaderStyle.X_RATELIMIT_UNIX));
        both.putAll(told(HeaderStyle.IETF));

        assertThat(told(HeaderStyle.X_RATELIMIT_UNIX_AND_IETF)).isEqualTo(both);
        both.put("X-RateLimit-Reset", "19");
        assertThat(told(HeaderStyle.X_RATELIMIT_DELTA_AND_IETF)).isEqualTo(both);
    }

    @Test
    void nothingIsToldWhereNothingIsAskedFor() {
        assertThat(told(HeaderStyle.NONE)).isEmpty();
    }

    /** A burst does not tell windows apart; how long they take to refill does. */
    @Test
    void ofWindowsWithTheSameBurstTheOneIsNamedThatIsMeant() {
        Window slow = new Window(60, Duration.ofHours(1), 60);
        BudgetState ofSlow = new BudgetState(true, 60, 41, 0, Duration.ofMinutes(19).toNanos());

        assertThat(told(HeaderStyle.IETF, STATE, MINUTE, slow))
                .containsEntry("RateLimit", "\"per-60s\";r=41;t=19");
        assertThat(told(HeaderStyle.IETF, STATE, slow, MINUTE))
                .containsEntry("RateLimit", "\"per-60s\";r=41;t=19");
        assertThat(told(HeaderStyle.IETF, ofSlow, MINUTE, slow))
                .containsEntry("RateLimit", "\"per-3600s\";r=41;t=1140");
    }

    /** For a moment a budget may still be that of the limits before. */
    @Test
    void budgetOfOtherLimitsIsToldUnderANameAllTheSame() {
        BudgetState other = new BudgetState(true, 100, 99, 0, 1);

        assertThat(told(HeaderStyle.IETF, other, MINUTE, HOUR))
                .containsEntry("RateLimit", "\"per-60s\";r=99;t=1");
    }
}
