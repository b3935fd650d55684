package io.keyledger.command.grant;

import static io.keyledger.command.examples.ExampleHub.ACCESS_TOKEN_LIFETIME;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.grant.ExampleGrant.APPROVED;
import static io.keyledger.command.grant.ExampleGrant.GRANT;
import static io.keyledger.command.grant.ExampleGrant.REDEEMED;
import static io.keyledger.command.grant.ExampleGrant.SCOPES;
import static io.keyledger.command.grant.ExampleGrant.accessToken;
import static io.keyledger.command.grant.ExampleGrant.succession;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final int HOURS_OF_A_YEAR = 8_760;

    /** By an app that also revokes each access token that it no longer needs. */
    @Test
    void aGrantThatIsRefreshedEachHourForAYearRemembersNoMoreThanOneOfADay() {
        int day = Replay.of(refreshedHourly(24)).toString().length();
        int year = Replay.of(refreshedHourly(HOURS_OF_A_YEAR)).toString().length();
        assertThat(year).isLessThan(day + 100);
    }

    private static List<GrantEvent> refreshedHourly(int times) {
        return Stream.concat(
                        Stream.of(APPROVED, REDEEMED),
                        IntStream.rangeClosed(1, times).boxed().flatMap(MemoryTest::hour))
                .toList();
    }

    private static Stream<GrantEvent> hour(int number) {
        Instant now = NOW.plus(Duration.ofHours(number));
        return Stream.of(
                new TokensRefreshed(
                        GRANT,
                        number + 1,
                        succession(
                                number + 1,
                                accessToken(number + 1, SCOPES, now, ACCESS_TOKEN_LIFETIME, null)),
                        now.plus(Duration.ofDays(30)),
                        now.plusSeconds(10)),
                new AccessTokenRevoked(GRANT, number));
    }
}
