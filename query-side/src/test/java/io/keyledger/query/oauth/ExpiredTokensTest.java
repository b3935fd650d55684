package io.keyledger.query.oauth;

import static io.keyledger.query.oauth.OAuthExamples.account;
import static io.keyledger.query.oauth.OAuthExamples.digest;
import static io.keyledger.query.oauth.OAuthExamples.grant;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.RevocationCause;
import io.keyledger.query.verification.Examples;
import io.keyledger.query.verification.LedgerForTests;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is forgotten, and what is not. On a real PostgreSQL. */
class ExpiredTokensTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant CUTOFF = Instant.parse("2026-01-02T00:00:00Z");

    private final LedgerForTests ledger = LedgerForTests.withApps();
    private final GrantDirectory grants = new GrantDirectory(ledger.jdbc());
    private final ExpiredTokens expired =
            new ExpiredTokens(ledger.jdbc(), new ProofTable(ledger.database().runtime()));

    @AfterEach
    void close() {
        ledger.close();
    }

    private void grantOfTwoTokens(int number) {
        ledger.append(
                OAuthExamples.approved(number, 1, 1),
                OAuthExamples.redeemed(number),
                OAuthExamples.refreshed(number, 2));
    }

    private void expire(String table, String column, String condition) {
        ledger.asOwner(
                "update %s set %s = '%s' where %s".formatted(table, column, LONG_AGO, condition));
    }

    private boolean knows(String secret) {
        return grants.presented(List.of(digest(secret))).isPresent();
    }

    private boolean knowsToken(int grant, int generation) {
        return grants.token(List.of(digest(OAuthExamples.token(grant, generation)))).isPresent();
    }

    @Test
    void aTokenIsForgottenSomeTimeAfterItHasExpiredAndNotBefore() {
        grantOfTwoTokens(1);
        assertThat(expired.forgetTokens(CUTOFF, 10)).isZero();

        expire("credential", "expires_at", "generation = 1 and kind = 'access_token'");

        assertThat(expired.forgetTokens(LONG_AGO, 10)).isZero();
        assertThat(expired.forgetTokens(CUTOFF, 10)).isEqualTo(1);
        assertThat(knowsToken(1, 1)).isFalse();
        assertThat(knowsToken(1, 2)).isTrue();
    }

    @Test
    void aKeyIsNeverForgotten() {
        ledger.append(Examples.issued(1, LONG_AGO));

        assertThat(expired.forgetTokens(CUTOFF, 10)).isZero();
    }

    /** That a used one comes back has to be noticed as long as there is something to protect. */
    @Test
    void aUsedSecretIsKnownAsLongAsItsGrantLives() {
        grantOfTwoTokens(1);
        expire("grant_secret", "expires_at", "true");

        assertThat(expired.forgetSecrets(CUTOFF, 10)).isZero();
        assertThat(knows(OAuthExamples.code(1))).isTrue();
        assertThat(knows(OAuthExamples.refreshToken(1, 1))).isTrue();
    }

    @Test
    void theSecretsOfAGrantThatHasEndedAreForgottenOnceTheyHaveExpired() {
        grantOfTwoTokens(1);
        grantOfTwoTokens(2);
        ledger.append(new GrantRevoked(grant(1), RevocationCause.REQUESTED));
        expire("grant_secret", "expires_at", "kind = 'code'");

        assertThat(expired.forgetSecrets(CUTOFF, 10)).isEqualTo(1);
        assertThat(knows(OAuthExamples.code(1))).isFalse();
        assertThat(knows(OAuthExamples.refreshToken(1, 1))).isTrue();
        assertThat(knows(OAuthExamples.code(2))).isTrue();
    }

    @Test
    void theSecretsOfAGrantThatIsOverAreForgotten() {
        grantOfTwoTokens(1);
        expire("grant_secret", "expires_at", "true");
        expire("oauth_grant", "ends_at", "true");

        assertThat(expired.forgetSecrets(CUTOFF, 10)).isEqualTo(3);
    }

    @Test
    void theSecretsOfWhoeverHasLeftAreForgottenToo() {
        grantOfTwoTokens(1);
        ledger.append(new WorkspaceLeft(account(1), Examples.WORKSPACE, MemberRole.MEMBER));
        expire("grant_secret", "expires_at", "true");

        assertThat(expired.forgetSecrets(CUTOFF, 10)).isEqualTo(3);
    }

    @Test
    void aGrantIsForgottenLast() {
        grantOfTwoTokens(1);
        grantOfTwoTokens(2);
        expire("oauth_grant", "ends_at", "grant_id = '" + grant(1) + "'");
        assertThat(expired.forgetGrants(CUTOFF, 10)).as("it has tokens").isZero();

        expire("credential", "expires_at", "kind = 'access_token'");
        expired.forgetTokens(CUTOFF, 10);
        assertThat(expired.forgetGrants(CUTOFF, 10)).as("it has secrets").isZero();

        expire("grant_secret", "expires_at", "true");
        expired.forgetSecrets(CUTOFF, 10);
        assertThat(expired.forgetGrants(CUTOFF, 10)).isEqualTo(1);
        assertThat(grants.find(grant(1))).isEmpty();
        assertThat(grants.find(grant(2))).isPresent();
    }

    @Test
    void onlySoManyAreForgottenAtOnceTheOldestFirst() {
        ledger.append(
                IntStream.rangeClosed(1, 5)
                        .mapToObj(it -> OAuthExamples.ownToken(it, 1))
                        .toArray());
        expire("credential", "expires_at", "kind = 'access_token'");

        assertThat(expired.forgetTokens(CUTOFF, 3)).isEqualTo(3);
        assertThat(expired.forgetTokens(CUTOFF, 3)).isEqualTo(2);
    }
}
