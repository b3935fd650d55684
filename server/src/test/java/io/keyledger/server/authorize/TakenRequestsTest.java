package io.keyledger.server.authorize;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakenRequestsTest {

    private static final OAuthAppId APP = new OAuthAppId("app_" + "a".repeat(20));
    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final Pepper OLD = Pepper.of("old", "o".repeat(32).getBytes(US_ASCII));
    private static final Pepper NEW = Pepper.of("new", "n".repeat(32).getBytes(US_ASCII));
    private static final Map<String, List<String>> REQUEST =
            Map.of("scope", List.of("a b"), "state", List.of("ü&="));

    private final Clock clock = mock();
    private final TakenRequests requests = new TakenRequests(Peppers.of(OLD, List.of()), clock);

    @BeforeEach
    void setClock() {
        when(clock.instant()).thenReturn(NOW);
    }

    @Test
    void whatIsSealedComesBackAsItWas() {
        assertThat(requests.open(APP, sealed())).contains(REQUEST);
    }

    /** AZ-14. */
    @Test
    void afterTenMinutesItIsOver() {
        String sealed = sealed();

        when(clock.instant()).thenReturn(NOW.plusSeconds(599));
        assertThat(requests.open(APP, sealed)).isPresent();
        when(clock.instant()).thenReturn(NOW.plusSeconds(600));
        assertThat(requests.open(APP, sealed)).isEmpty();
    }

    @Test
    void anotherAppCannotOpenIt() {
        assertThat(requests.open(new OAuthAppId("app_" + "b".repeat(20)), sealed())).isEmpty();
    }

    /** SE-03. */
    @Test
    void itOutlivesTheReplacementOfThePepperThatItWasSealedUnder() {
        String sealed = sealed();

        assertThat(new TakenRequests(Peppers.of(NEW, List.of(OLD)), clock).open(APP, sealed))
                .contains(REQUEST);
        assertThat(new TakenRequests(Peppers.of(NEW, List.of()), clock).open(APP, sealed))
                .isEmpty();
    }

    private String sealed() {
        return String.join(
                "",
                URLUtils.parseParameters(requests.query(APP, REQUEST))
                        .getOrDefault("request_uri", List.of()));
    }
}
