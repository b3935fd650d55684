package io.keyledger.query.verification;

import static io.keyledger.query.oauth.OAuthExamples.account;
import static io.keyledger.query.oauth.OAuthExamples.app;
import static io.keyledger.query.oauth.OAuthExamples.grant;
import static io.keyledger.query.oauth.OAuthExamples.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.RevocationCause;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.query.oauth.OAuthExamples;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Delegation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the enforcement tables say of access tokens, on a real PostgreSQL. */
class TokenEnforcementTest {

    private static final Set<String> READ_AND_WRITE = Set.of("read:members", "write:members");

    private final LedgerForTests ledger = LedgerForTests.withApps();
    private final Truth truth =
            new Truth(
                    ledger.jdbc(),
                    new CompiledProfiles(),
                    new VerificationMeters(new SimpleMeterRegistry()));

    @AfterEach
    void close() {
        ledger.close();
    }

    /** Grant 1 is of person 1 to app 1, grant 2 of person 2 to app 1, grant 3 of 1 to app 2. */
    private void threeGrants() {
        ledger.append(
                OAuthExamples.approved(1, 1, 1),
                OAuthExamples.redeemed(1),
                OAuthExamples.approved(2, 1, 2),
                OAuthExamples.redeemed(2),
                OAuthExamples.approved(3, 2, 1),
                OAuthExamples.redeemed(3));
    }

    private Credential credential(int grant) {
        return credential(token(grant));
    }

    /** As one sees it who looks it up, and who judges from the tables alone: they are the same. */
    private Credential credential(String token) {
        Truth.Found found = truth.find(OAuthExamples.digest(token));
        Facts facts = truth.facts(OAuthExamples.digest(token));
        assertThat(found).isNotNull();
        assertThat(facts).isNotNull();
        assertThat(facts.credential()).isEqualTo(found.credential());
        return found.credential();
    }

    private void assertDead(int... grants) {
        for (int grant : grants) {
            assertThat(credential(grant).revoked()).as("token of grant %d", grant).isTrue();
        }
    }

    private void assertAlive(int... grants) {
        for (int grant : grants) {
            assertThat(credential(grant).revoked()).as("token of grant %d", grant).isFalse();
        }
    }

    @Test
    void anAccessTokenIsACredentialOfItsGrant() {
        ledger.append(OAuthExamples.approved(1, 1, 1));
        long position = ledger.append(OAuthExamples.redeemed(1, OAuthExamples.BOUND_KEY));

        Credential credential = credential(1);

        assertThat(credential.id()).isEqualTo(grant(1).value());
        assertThat(credential.kind()).isEqualTo(CredentialKind.ACCESS_TOKEN);
        assertThat(credential.workspace()).isEqualTo(Examples.WORKSPACE.value());
        assertThat(credential.generation()).isEqualTo(1);
        assertThat(credential.scopes()).isEqualTo(READ_AND_WRITE);
        assertThat(credential.validUntil()).isEqualTo(OAuthExamples.EXPIRES.toEpochMilli());
        assertThat(credential.revoked()).isFalse();
        assertThat(credential.delegation())
                .isEqualTo(
                        new Delegation(
                                app(1).value(),
                                account(1).value(),
                                OAuthExamples.BOUND_KEY,
                                OAuthExamples.ISSUED.toEpochMilli()));
        assertThat(credential.position()).isEqualTo(position);
    }

    @Test
    void anAppsOwnTokenActsForNobody() {
        ledger.append(OAuthExamples.ownToken(1, 1));

        Delegation delegation = credential(1).delegation();

        assertThat(delegation).isNotNull();
        assertThat(delegation.app()).isEqualTo(app(1).value());
        assertThat(delegation.account()).isNull();
        assertThat(delegation.boundKey()).isNull();
        assertAlive(1);
    }

    @Test
    void aKeyIsDelegatedToNobody() {
        ledger.append(Examples.issued(1));

        assertThat(credential(Examples.token(1)).delegation()).isNull();
        assertThat(credential(Examples.token(1)).scopes()).containsExactly("read:members");
    }

    @Test
    void codesAndRefreshTokensAreNoCredentials() {
        threeGrants();

        assertThat(truth.find(OAuthExamples.digest(OAuthExamples.code(1)))).isNull();
        assertThat(truth.find(OAuthExamples.digest(OAuthExamples.refreshToken(1, 1)))).isNull();
    }

    @Test
    void aDeletedAppsTokensAreDeadAndNobodyElses() {
        threeGrants();
        ledger.append(OAuthExamples.ownToken(4, 1), OAuthExamples.ownToken(5, 2));

        ledger.append(new OAuthAppDeleted(app(1)));

        assertDead(1, 2, 4);
        assertAlive(3, 5);
    }

    @Test
    void theTokensOfWhoeverHasLeftAreDeadAndNobodyElses() {
        threeGrants();
        ledger.append(OAuthExamples.ownToken(4, 1));

        ledger.append(new WorkspaceLeft(account(1), Examples.WORKSPACE, MemberRole.MEMBER));

        assertDead(1, 3);
        assertAlive(2, 4);
    }

    @Test
    void whoComesBackHasToGrantAgain() {
        threeGrants();
        ledger.append(new WorkspaceLeft(account(1), Examples.WORKSPACE, MemberRole.MEMBER));

        ledger.append(OAuthExamples.joined(1));
        assertDead(1, 3);

        ledger.append(OAuthExamples.approved(4, 1, 1), OAuthExamples.redeemed(4));
        assertAlive(4);
    }

    @Test
    void anotherRoleChangesNoToken() {
        threeGrants();

        ledger.append(
                new WorkspaceJoined(
                        account(1), Examples.WORKSPACE, MemberRole.MEMBER, MemberRole.ADMIN));

        assertAlive(1, 2, 3);
    }

    @Test
    void theTokensOfAClosedAccountAreDeadAndNobodyElses() {
        threeGrants();

        ledger.append(new AccountClosed(account(1)));

        assertDead(1, 3);
        assertAlive(2);
    }

    @Test
    void aTokenHasNoScopeThatItsAppHasLost() {
        threeGrants();

        ledger.append(
                new OAuthAppScopesChanged(
                        app(1), List.of("read:members", "write:members"), OAuthExamples.READ));

        assertThat(credential(1).scopes()).containsExactly("read:members");
        assertThat(credential(3).scopes()).isEqualTo(READ_AND_WRITE);
    }

    @Test
    void aTokenHasNoScopeThatItsAppHasGained() {
        ledger.append(
                new OAuthAppScopesChanged(
                        app(1), List.of("read:members", "write:members"), OAuthExamples.READ));
        threeGrants();

        ledger.append(
                new OAuthAppScopesChanged(
                        app(1),
                        OAuthExamples.READ,
                        List.of("read:members", "write:members", "read:projects")));

        assertThat(credential(1).scopes()).isEqualTo(READ_AND_WRITE);
    }

    @Test
    void aRevokedGrantsTokensAreDeadAllOfThemAndNobodyElses() {
        threeGrants();
        ledger.append(OAuthExamples.refreshed(1, 2));

        ledger.append(new GrantRevoked(grant(1), RevocationCause.REFRESH_TOKEN_REUSED));

        assertThat(credential(token(1, 1)).revoked()).isTrue();
        assertThat(credential(token(1, 2)).revoked()).isTrue();
        assertAlive(2, 3);
    }

    @Test
    void aRevokedTokenIsDeadAndTheNextOneOfItsGrantLives() {
        threeGrants();
        ledger.append(OAuthExamples.refreshed(1, 2));

        ledger.append(new AccessTokenRevoked(grant(1), 1));

        assertThat(credential(token(1, 1)).revoked()).isTrue();
        assertThat(credential(token(1, 2)).revoked()).isFalse();
    }

    @Test
    void aTokenThatIsIssuedToADeletedAppIsDeadFromTheStart() {
        ledger.append(OAuthExamples.approved(1, 1, 1), new OAuthAppDeleted(app(1)));

        ledger.append(OAuthExamples.redeemed(1), OAuthExamples.ownToken(2, 1));

        assertDead(1, 2);
    }

    @Test
    void aTokenWithoutItsGrantIsDead() {
        threeGrants();

        ledger.asOwner("delete from oauth_grant where grant_id = '" + grant(1) + "'");

        assertDead(1);
        assertAlive(2, 3);
    }

    @Test
    void deliveredTwiceEverythingIsTheSame() {
        List<Object> events =
                List.of(
                        OAuthExamples.registered(3),
                        OAuthExamples.person(3),
                        OAuthExamples.joined(3),
                        OAuthExamples.approved(1, 3, 3),
                        OAuthExamples.redeemed(1),
                        OAuthExamples.refreshed(1, 2),
                        OAuthExamples.ownToken(2, 3),
                        new AccessTokenRevoked(grant(1), 1),
                        new GrantRevoked(grant(1), RevocationCause.REQUESTED),
                        new WorkspaceLeft(account(3), Examples.WORKSPACE, MemberRole.MEMBER),
                        new AccountClosed(account(3)),
                        new OAuthAppDeleted(app(3)));
        for (Object event : events) {
            ledger.append(event);
            Map<String, List<Map<String, @Nullable Object>>> once = tables();

            ledger.append(event);

            assertThat(tables()).as(event.getClass().getSimpleName()).isEqualTo(once);
        }
    }

    private Map<String, List<Map<String, @Nullable Object>>> tables() {
        return Map.of(
                "apps", rows("select app_id, deleted, scopes::text from oauth_app"),
                "secrets", rows("select app_id, generation from oauth_app_secret"),
                "accounts", rows("select account_id, closed from account"),
                "members", rows("select account_id, workspace_id, role from membership"),
                "grants", rows("select grant_id, ended from oauth_grant"),
                "codes", rows("select encode(digest, 'hex') as d, generation from grant_secret"),
                "tokens", rows("select encode(digest, 'hex') as d, revoked from credential"));
    }

    private List<Map<String, @Nullable Object>> rows(String sql) {
        return ledger.jdbc().sql(sql + " order by 1, 2").query().listOfRows();
    }

    @Test
    void theProductForgetsATokenOnceItHasExpiredAndNotBefore() {
        threeGrants();
        assertThatThrownBy(() -> forget(1))
                .hasStackTraceContaining("only expired access tokens may be forgotten");

        ledger.asOwner("update credential set expires_at = now() - interval '1 second'");
        forget(1);

        assertThat(truth.find(OAuthExamples.digest(token(1)))).isNull();
        assertThat(truth.find(OAuthExamples.digest(token(2)))).isNotNull();
    }

    private void forget(int grant) {
        ledger.jdbc()
                .sql("delete from credential where credential_id = ?")
                .param(grant(grant).value())
                .update();
    }

    @Test
    void onlyAccessTokensAreDelegated() {
        ledger.append(Examples.issued(1));

        assertThatThrownBy(() -> ledger.asOwner("update credential set app_id = 'app_1'"))
                .hasStackTraceContaining("only_tokens_are_delegated");
    }
}
