package io.keyledger.server.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.server.oauth.digest.TokenDigests;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInSessionsTest {

    private static final HubId HUB = new HubId("nextoria");
    private static final AccountId ADA = new AccountId("acc_" + "a".repeat(20));
    private static final AccountId BEA = new AccountId("acc_" + "b".repeat(20));
    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final Pepper OLD = Pepper.of("old", "o".repeat(32).getBytes(US_ASCII));
    private static final Pepper NEW = Pepper.of("new", "n".repeat(32).getBytes(US_ASCII));

    private final Clock clock = mock();
    private TestDatabase database;
    private SignInSessionTable table;
    private SignInSessions sessions;

    @BeforeEach
    void freshTable() {
        database = PostgresForTests.freshDatabase();
        table = new SignInSessionTable(JdbcClient.create(database.runtime()));
        sessions = sessions(Peppers.of(OLD, List.of()));
        when(clock.instant()).thenReturn(NOW);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private SignInSessions sessions(Peppers peppers) {
        SecretMint mint = new SecretMint(new SecureRandom(), peppers);
        return new SignInSessions(
                table, new SessionSecrets(mint, new TokenDigests(peppers)), clock);
    }

    @Test
    void whoeverHoldsTheSecretIsSignedInAtThatHubAlone() {
        String secret = sessions.begin(ADA, HUB);

        assertThat(sessions.find(secret, HUB)).map(SignInSession::account).contains(ADA);
        assertThat(sessions.find(secret, new HubId("hubnity"))).isEmpty();
        assertThat(sessions.find(sessions.begin(BEA, HUB), HUB))
                .map(SignInSession::account)
                .contains(BEA);
        assertThat(sessions.find("nonsense", HUB)).isEmpty();
    }

    @Test
    void anUnusedSessionEndsAfterTwoHoursAndAUsedOneAfterTwelve() {
        String unused = sessions.begin(ADA, HUB);
        String used = sessions.begin(ADA, HUB);
        for (int minutes = 60; minutes < 12 * 60; minutes += 60) {
            at(Duration.ofMinutes(minutes));
            assertThat(sessions.find(used, HUB)).as("after %d minutes", minutes).isPresent();
        }

        assertThat(sessions.find(unused, HUB)).isEmpty();
        at(SignInSessions.LONGEST);
        assertThat(sessions.find(used, HUB)).isEmpty();
    }

    @Test
    void whatIsOverIsForgotten() {
        sessions.begin(ADA, HUB);
        at(Duration.ofHours(1));
        String later = sessions.begin(ADA, HUB);
        at(Duration.ofHours(2));

        assertThat(sessions.forgetEnded()).isEqualTo(1);
        assertThat(sessions.find(later, HUB)).isPresent();
    }

    @Test
    void oneSessionOrAllOfAPersonCanBeEnded() {
        String first = sessions.begin(ADA, HUB);
        String second = sessions.begin(ADA, HUB);
        String third = sessions.begin(ADA, HUB);
        String other = sessions.begin(BEA, HUB);

        sessions.end(sessions.find(first, HUB).orElseThrow());
        assertThat(sessions.find(first, HUB)).isEmpty();
        assertThat(sessions.find(second, HUB)).isPresent();

        sessions.endAll(ADA);
        assertThat(sessions.find(second, HUB)).isEmpty();
        assertThat(sessions.find(third, HUB)).isEmpty();
        assertThat(sessions.find(other, HUB)).isPresent();
    }

    /** DS-06: nobody fills the table by signing in again and again. */
    @Test
    void aPersonHasNoMoreThanSoManySessions() {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < SignInSessions.MOST_FOR_ONE_PERSON + 3; i++) {
            at(Duration.ofSeconds(i));
            secrets.add(sessions.begin(ADA, HUB));
        }

        assertThat(secrets.stream().filter(secret -> sessions.find(secret, HUB).isPresent()))
                .containsExactlyElementsOf(secrets.subList(3, secrets.size()));
    }

    /** SE-01: a stolen table signs nobody in. */
    @Test
    void noSecretIsInTheTable() {
        String secret = sessions.begin(ADA, HUB);

        String dump =
                JdbcClient.create(database.runtime())
                        .sql("select string_agg(s::text, ' ') from sign_in_session s")
                        .query(String.class)
                        .single();

        assertThat(dump).doesNotContain(secret, secret.substring(secret.lastIndexOf('_') + 1));
    }

    /** SE-03. */
    @Test
    void peopleStaySignedInWhileThePepperIsReplaced() {
        String secret = sessions.begin(ADA, HUB);

        assertThat(sessions(Peppers.of(NEW, List.of(OLD))).find(secret, HUB)).isPresent();
        assertThat(sessions(Peppers.of(NEW, List.of())).find(secret, HUB)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void whatAPersonGotInByEndsTheirSessionsWhenItChanges(AccountEvent event) {
        String secret = sessions.begin(ADA, HUB);
        String other = sessions.begin(BEA, HUB);

        new SessionEnding(table).on(event);

        assertThat(sessions.find(secret, HUB)).isEmpty();
        assertThat(sessions.find(other, HUB)).isPresent();
    }

    static List<AccountEvent> whatAPersonGotInByEndsTheirSessionsWhenItChanges() {
        return List.of(
                new AccountPasswordSet(ADA),
                new AccountIdentityLinked(ADA, null, null),
                new AccountClosed(ADA));
    }

    @Test
    void anotherNameEndsNothing() {
        String secret = sessions.begin(ADA, HUB);

        new SessionEnding(table).on(new AccountRenamed(ADA, "Ada", "Ada Lovelace"));

        assertThat(sessions.find(secret, HUB)).isPresent();
    }

    private void at(Duration later) {
        when(clock.instant()).thenReturn(NOW.plus(later));
    }
}
