package io.keyledger.query.verification;

import static io.keyledger.query.oauth.OAuthExamples.account;
import static io.keyledger.query.oauth.OAuthExamples.app;
import static io.keyledger.query.oauth.OAuthExamples.grant;
import static io.keyledger.query.oauth.OAuthExamples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.RevocationCause;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import io.keyledger.query.oauth.OAuthExamples;
import io.keyledger.query.verification.Confirmation.Outcome;
import io.keyledger.verdict.VerdictCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two nodes on one real PostgreSQL, both of which know the tokens by heart: whatever takes a
 * token's right away is in force on both once it is confirmed.
 */
class TokensOnTwoNodesTest {

    /** More than are announced one by one. */
    private static final int VERY_MANY = 1_200;

    private final LedgerForTests ledger = LedgerForTests.withApps();
    private NodeForTests one;
    private NodeForTests other;

    @BeforeEach
    void startNodes() {
        one = NodeForTests.trusted(ledger, "one");
        other = NodeForTests.trusted(ledger, "other");
        ledger.append(
                OAuthExamples.approved(1, 1, 1),
                OAuthExamples.redeemed(1),
                OAuthExamples.approved(2, 2, 2),
                OAuthExamples.redeemed(2));
        one.await(ledger.append(OAuthExamples.ownToken(3, 1)));
        bothRemember(token(1), token(2), token(3));
    }

    @AfterEach
    void stopNodes() {
        other.close();
        one.close();
        ledger.close();
    }

    private void bothRemember(String... tokens) {
        for (NodeForTests node : List.of(one, other)) {
            for (String token : tokens) {
                NodeForTests.await(() -> node.verify(token) == VerdictCode.VALID);
                NodeForTests.await(() -> node.resident(token) == VerdictCode.VALID);
            }
        }
    }

    /** Appends, waits as a receipt does, and sees that no node is left out. */
    private void confirmed(Object event) {
        Confirmation confirmation = one.await(ledger.append(event));
        assertThat(confirmation.nodes())
                .hasSize(2)
                .allMatch(node -> node.outcome() == Outcome.CONFIRMED);
    }

    private void assertOnBoth(VerdictCode code, String... tokens) {
        for (NodeForTests node : List.of(one, other)) {
            for (String token : tokens) {
                assertThat(node.resident(token)).isIn(code, null);
                assertThat(node.verify(token)).isEqualTo(code);
            }
        }
    }

    /** Not even asked for again: nothing that concerns them was announced. */
    private void assertStillKnown(String... tokens) {
        for (NodeForTests node : List.of(one, other)) {
            for (String token : tokens) {
                assertThat(node.resident(token)).isEqualTo(VerdictCode.VALID);
            }
        }
    }

    @Test
    void deletingAnAppEndsItsTokensAndNobodyElses() {
        confirmed(new OAuthAppDeleted(app(1)));

        assertStillKnown(token(2));
        assertOnBoth(VerdictCode.REVOKED, token(1), token(3));
    }

    @Test
    void takingAPersonOutOfTheWorkspaceEndsWhatActsForThemAndNothingElse() {
        confirmed(new WorkspaceLeft(account(1), Examples.WORKSPACE, MemberRole.MEMBER));

        assertStillKnown(token(2), token(3));
        assertOnBoth(VerdictCode.REVOKED, token(1));
    }

    @Test
    void closingAnAccountEndsWhatActsForThePersonAndNothingElse() {
        confirmed(new AccountClosed(account(1)));

        assertStillKnown(token(2), token(3));
        assertOnBoth(VerdictCode.REVOKED, token(1));
    }

    @Test
    void revokingAGrantEndsItsTokensAndNobodyElses() {
        one.await(ledger.append(OAuthExamples.refreshed(1, 2)));
        bothRemember(token(1, 1), token(1, 2));

        confirmed(new GrantRevoked(grant(1), RevocationCause.REQUESTED));

        assertStillKnown(token(2), token(3));
        assertOnBoth(VerdictCode.REVOKED, token(1, 1), token(1, 2));
    }

    @Test
    void revokingATokenEndsItAndNotItsSuccessor() {
        one.await(ledger.append(OAuthExamples.refreshed(1, 2)));
        bothRemember(token(1, 1), token(1, 2));

        confirmed(new AccessTokenRevoked(grant(1), 1));

        assertStillKnown(token(1, 2));
        assertOnBoth(VerdictCode.REVOKED, token(1, 1));
    }

    @Test
    void cuttingAnAppsScopeCutsItsTokensAndNobodyElses() {
        confirmed(
                new OAuthAppScopesChanged(
                        app(1),
                        List.of("read:members", "write:members"),
                        List.of("write:members")));

        assertStillKnown(token(2));
        assertOnBoth(VerdictCode.INSUFFICIENT_SCOPE, token(1), token(3));
    }

    @Test
    void suspendingTheWorkspaceSuspendsEveryToken() {
        confirmed(new WorkspaceSuspended(Examples.WORKSPACE));

        assertOnBoth(VerdictCode.SUSPENDED, token(1), token(2), token(3));
    }

    @Test
    void losingTheEntitlementForbidsEveryToken() {
        confirmed(new WorkspacePlanChanged(Examples.WORKSPACE, "enterprise", "free"));

        assertOnBoth(VerdictCode.FORBIDDEN_PLAN, token(1), token(2), token(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update oauth_app set deleted = true",
                "delete from membership",
                "update oauth_grant set ended = true",
                "truncate membership",
                "truncate oauth_grant"
            })
    void whatIsDoneWithPsqlIsHeardToo(String sql) {
        ledger.asOwner(sql);
        one.await(0);

        assertOnBoth(VerdictCode.REVOKED, token(1), token(2));
    }

    @Test
    void theTokensOfAnAppWithVeryManyAllEnd() {
        long last =
                ledger.append(
                        IntStream.range(100, 100 + VERY_MANY)
                                .mapToObj(grant -> OAuthExamples.ownToken(grant, 1))
                                .toArray());
        one.await(last);
        List<String> some =
                IntStream.of(100, 700, 99 + VERY_MANY).mapToObj(OAuthExamples::token).toList();
        bothRemember(some.toArray(String[]::new));

        confirmed(new OAuthAppDeleted(app(1)));

        assertThat(one.resident(token(2))).as("all is forgotten").isNull();
        assertOnBoth(VerdictCode.REVOKED, some.toArray(String[]::new));
        assertOnBoth(VerdictCode.VALID, token(2));
    }

    /** Else the tests above could pass because nobody remembers anything. */
    @ParameterizedTest
    @CsvSource({
        "oauth_app, update oauth_app set deleted = true",
        "membership, delete from membership",
        "oauth_grant, update oauth_grant set ended = true"
    })
    void aNodeThatIsNotToldGoesOnBelievingWhatItKnows(String table, String sql) {
        ledger.asOwner("alter table " + table + " disable trigger announce_change");

        ledger.asOwner(sql);
        one.await(0);

        assertStillKnown(token(1), token(2));
    }
}
