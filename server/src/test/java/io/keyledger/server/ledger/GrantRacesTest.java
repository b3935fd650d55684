package io.keyledger.server.ledger;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.GrantExamples.approve;
import static io.keyledger.server.ledger.GrantExamples.grant;
import static io.keyledger.server.ledger.GrantExamples.redeem;
import static io.keyledger.server.ledger.GrantExamples.refresh;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.api.grant.GrantId;
import io.keyledger.api.grant.Redemption;
import io.keyledger.api.grant.Redemption.Reused;
import io.keyledger.api.grant.Redemption.Succeeded;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Checklist CC-01, RR-07 and RR-06: many clients at two nodes, with one code or one refresh token.
 */
class GrantRacesTest {

    private static final int RACES = 1_000;
    private static final int FEWEST = 2;
    private static final int MOST = 32;

    private static TestDatabase database;
    private static List<LedgerNode> nodes;

    @BeforeAll
    static void start() {
        database = PostgresForTests.freshDatabase();
        nodes = List.of(LedgerNode.start(database), LedgerNode.start(database));
    }

    @AfterAll
    static void stop() {
        nodes.forEach(LedgerNode::close);
        database.close();
    }

    @Test
    void ofManyWhoRedeemOneCodeOneGetsTokensAndTheOthersEndThem() throws Exception {
        try (Crowd crowd = new Crowd(MOST)) {
            for (int race = 0; race < RACES; race++) {
                GrantId grant = grant(race);
                send(0, approve(grant));

                int clients = clients(race);
                List<Object> outcomes = crowd.all(clients, i -> answer(i, redeem(grant, i)));

                assertThat(count(outcomes, Succeeded.class)).isEqualTo(1);
                assertThat(count(outcomes, Reused.class)).isEqualTo(1);
                assertThat(outcomes.stream().filter(it -> !(it instanceof Redemption)))
                        .hasSize(clients - 2)
                        .allMatch(GrantRacesTest::isTooLate);
                assertThat(history(grant))
                        .containsExactly("grant.approved", "grant.code-redeemed", "grant.revoked");
            }
        }
    }

    @Test
    void manyWhoRefreshOneTokenGetOneSuccessor() throws Exception {
        try (Crowd crowd = new Crowd(MOST)) {
            for (int race = 0; race < RACES; race++) {
                GrantId grant = grant(RACES + race);
                send(0, approve(grant));
                send(1, redeem(grant, 0));

                List<Object> outcomes =
                        crowd.all(clients(race), i -> answer(i, refresh(grant, 1, i)));

                assertThat(outcomes).allMatch(outcomes.getFirst()::equals);
                assertThat(outcomes.getFirst()).isInstanceOf(Succeeded.class);
                assertThat(history(grant))
                        .containsExactly(
                                "grant.approved", "grant.code-redeemed", "grant.tokens-refreshed");
            }
        }
    }

    @Test
    void manyWhoReplayAUsedTokenEndTheGrantOnceAndNothingLivesOn() throws Exception {
        try (Crowd crowd = new Crowd(MOST)) {
            GrantId grant = grant(2 * RACES);
            send(0, approve(grant));
            send(1, redeem(grant, 0));
            send(0, refresh(grant, 1, 0));
            send(1, refresh(grant, 2, 0));

            List<Object> outcomes = crowd.all(MOST, i -> answer(i, refresh(grant, 1, i)));

            assertThat(count(outcomes, Reused.class)).isEqualTo(1);
            assertThat(outcomes.stream().filter(it -> !(it instanceof Redemption)))
                    .hasSize(MOST - 1)
                    .allMatch(GrantRacesTest::isTooLate);
            assertThat(history(grant)).endsWith("grant.revoked").hasSize(5);
            assertThat(refusalOf(refresh(grant, 3, 0))).isEqualTo(RejectionReason.GRANT_ENDED);
            assertThat(refusalOf(redeem(grant, 0))).isEqualTo(RejectionReason.GRANT_ENDED);
        }
    }

    /** From two to as many as there are. */
    private static int clients(int race) {
        return FEWEST + race % (MOST - FEWEST + 1);
    }

    private static Object answer(int i, Object command) {
        return requireNonNull(send(i, command).answer());
    }

    private static CommandResult send(int i, Object command) {
        return nodes.get(i % nodes.size()).commands().send(command, ORIGIN);
    }

    private static RejectionReason refusalOf(Object command) {
        return catchThrowableOfType(CommandRejected.class, () -> send(0, command)).reason();
    }

    private static boolean isTooLate(Object outcome) {
        return outcome instanceof CommandRejected rejected
                && rejected.reason() == RejectionReason.GRANT_ENDED;
    }

    private static long count(List<Object> outcomes, Class<?> type) {
        return outcomes.stream().filter(type::isInstance).count();
    }

    private static List<@Nullable String> history(GrantId grant) {
        return nodes.getFirst()
                .jdbc()
                .sql(
                        """
                        select payload_type from ledger_event
                        where aggregate_identifier = ? order by sequence_number
                        """)
                .param(grant.value())
                .query(String.class)
                .list();
    }
}
