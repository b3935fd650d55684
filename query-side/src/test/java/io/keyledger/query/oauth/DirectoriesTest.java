package io.keyledger.query.oauth;

import static io.keyledger.query.oauth.OAuthExamples.account;
import static io.keyledger.query.oauth.OAuthExamples.app;
import static io.keyledger.query.oauth.OAuthExamples.digest;
import static io.keyledger.query.oauth.OAuthExamples.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.RevocationCause;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppLogoSet;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRedirectUrisChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRenamed;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.query.verification.Examples;
import io.keyledger.query.verification.LedgerForTests;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the directories say, on a real PostgreSQL. */
class DirectoriesTest {

    private static final Instant NOON = OAuthExamples.ISSUED;
    private static final HubId OTHER_HUB = new HubId("nextoria");

    private final LedgerForTests ledger = LedgerForTests.withApps();
    private final OAuthAppDirectory apps = new OAuthAppDirectory(ledger.jdbc());
    private final AccountDirectory accounts = new AccountDirectory(ledger.jdbc());
    private final GrantDirectory grants = new GrantDirectory(ledger.jdbc());

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anAppIsFoundAsItIsNow() {
        ledger.append(
                new OAuthAppRenamed(app(1), "Planner", "Planner Pro"),
                new OAuthAppLogoSet(app(1), "data:image/png;base64,AA=="),
                new OAuthAppRedirectUrisChanged(
                        app(1), List.of("https://a.example/"), List.of("https://b.example/")),
                new OAuthAppScopesChanged(app(1), List.of("x"), List.of("read:members")));

        assertThat(apps.find(app(1)))
                .contains(
                        new OAuthAppStanding(
                                app(1),
                                Examples.HUB,
                                Examples.WORKSPACE,
                                "Planner Pro",
                                "data:image/png;base64,AA==",
                                ClientType.CONFIDENTIAL,
                                List.of("https://b.example/"),
                                List.of("read:members"),
                                false));
        assertThat(apps.find(app(7))).isEmpty();
    }

    @Test
    void aRotatedSecretLivesToTheEndOfItsGraceAndNoLonger() {
        ledger.append(rotated(2, NOON.plusSeconds(60)));

        assertThat(apps.secretsOf(app(1), NOON))
                .containsExactly(
                        new LiveAppSecret(2, digest("app 1 secret 2"), null),
                        new LiveAppSecret(1, digest("app 1 secret 1"), NOON.plusSeconds(60)));
        assertThat(apps.secretsOf(app(1), NOON.plusSeconds(60)))
                .extracting(LiveAppSecret::generation)
                .containsExactly(2);
        assertThat(apps.secretsOf(app(2), NOON)).hasSize(1);
    }

    @Test
    void rotatingAgainDoesNotLengthenAnEarlierGrace() {
        ledger.append(rotated(2, NOON.plusSeconds(60)), rotated(3, NOON.plusSeconds(600)));

        assertThat(apps.secretsOf(app(1), NOON.plusSeconds(60)))
                .extracting(LiveAppSecret::generation)
                .containsExactly(3, 2);
    }

    @Test
    void aDeletedAppIsFoundAndHasNoSecret() {
        ledger.append(new OAuthAppDeleted(app(1)));

        assertThat(apps.find(app(1))).map(OAuthAppStanding::deleted).contains(true);
        assertThat(apps.secretsOf(app(1), NOON)).isEmpty();
    }

    @Test
    void theSecretOfOneAppCannotBecomeTheSecretOfAnother() {
        assertThatThrownBy(() ->
                        ledger.append(
                                new OAuthAppSecretRotated(
                                        app(2), 2, OAuthExamples.secret("app 1 secret 1"), NOON)))
                .isInstanceOf(CommandRejected.class)
                .hasMessage("SECRET_REUSED");
    }

    private static OAuthAppSecretRotated rotated(int generation, Instant previousValidUntil) {
        return new OAuthAppSecretRotated(
                app(1),
                generation,
                OAuthExamples.secret("app 1 secret " + generation),
                previousValidUntil);
    }

    @Test
    void aPersonIsFoundByWhateverTheySignInWithAtTheirHubAlone() {
        ledger.append(new AccountRenamed(account(1), "Person 1", "Ada"));

        assertThat(accounts.find(account(1)))
                .contains(
                        new AccountStanding(
                                account(1), Examples.HUB, "person1@example.com", "Ada", false));
        assertThat(accounts.withEmail(Examples.HUB, "PERSON1@example.COM"))
                .map(AccountStanding::account)
                .contains(account(1));
        assertThat(accounts.withIdentity(Examples.HUB, identity(1)))
                .map(AccountStanding::account)
                .contains(account(1));
        assertThat(accounts.withEmail(OTHER_HUB, "person1@example.com")).isEmpty();
        assertThat(accounts.withIdentity(OTHER_HUB, identity(1))).isEmpty();
        assertThat(accounts.withEmail(Examples.HUB, "person_@example.com")).isEmpty();
    }

    @Test
    void anUnlinkedIdentityFindsNobodyAndIsFreeAgain() {
        ledger.append(new AccountIdentityLinked(account(1), identity(1), null));
        assertThat(accounts.withIdentity(Examples.HUB, identity(1))).isEmpty();

        ledger.append(new AccountIdentityLinked(account(2), identity(2), identity(1)));
        assertThat(accounts.withIdentity(Examples.HUB, identity(1)))
                .map(AccountStanding::account)
                .contains(account(2));
    }

    @Test
    void anAddressAndAnIdentityAreTakenOnlyOncePerHub() {
        assertThatThrownBy(
                        () -> ledger.append(registered(Examples.HUB, "Person1@Example.com", null)))
                .isInstanceOf(CommandRejected.class)
                .hasMessage("EMAIL_TAKEN");
        assertThatThrownBy(() ->
                        ledger.append(registered(Examples.HUB, "new@example.com", identity(1))))
                .isInstanceOf(CommandRejected.class)
                .hasMessage("IDENTITY_TAKEN");
        assertThatThrownBy(() ->
                        ledger.append(
                                new AccountIdentityLinked(account(2), identity(2), identity(1))))
                .isInstanceOf(CommandRejected.class)
                .hasMessage("IDENTITY_TAKEN");

        ledger.append(registered(OTHER_HUB, "person1@example.com", identity(1)));
        assertThat(accounts.withEmail(OTHER_HUB, "person1@example.com")).isPresent();
    }

    @Test
    void aClosedAccountLeavesItsAddressToAnother() {
        ledger.append(new AccountClosed(account(1)));

        assertThat(accounts.find(account(1))).map(AccountStanding::closed).contains(true);
        assertThat(accounts.withEmail(Examples.HUB, "person1@example.com")).isEmpty();
        assertThat(accounts.withIdentity(Examples.HUB, identity(1))).isEmpty();
        assertThat(accounts.role(account(1), Examples.WORKSPACE)).isEmpty();
        assertThat(accounts.workspacesOf(account(1))).isEmpty();

        ledger.append(registered(Examples.HUB, "person1@example.com", identity(1)));
        assertThat(accounts.withEmail(Examples.HUB, "person1@example.com"))
                .map(AccountStanding::account)
                .contains(account(9));
    }

    private static ExternalIdentity identity(int account) {
        return new ExternalIdentity("https://id.example", "subject-" + account);
    }

    private static AccountRegistered registered(
            HubId hub, String email, @Nullable ExternalIdentity identity) {
        return new AccountRegistered(account(9), hub, email, "Somebody", identity);
    }

    @Test
    void aPersonHasARoleInTheWorkspacesThatTheyBelongTo() {
        ledger.append(
                new WorkspaceRenamed(Examples.WORKSPACE, "Acme", "Acme Ltd"),
                new WorkspaceJoined(
                        account(1), Examples.WORKSPACE, MemberRole.MEMBER, MemberRole.AUDITOR));

        assertThat(accounts.role(account(1), Examples.WORKSPACE)).contains(MemberRole.AUDITOR);
        assertThat(accounts.workspacesOf(account(1)))
                .containsExactly(
                        new WorkspaceChoice(
                                Examples.WORKSPACE,
                                "Acme Ltd",
                                "enterprise",
                                false,
                                MemberRole.AUDITOR));

        ledger.append(new WorkspaceLeft(account(1), Examples.WORKSPACE, MemberRole.AUDITOR));
        assertThat(accounts.role(account(1), Examples.WORKSPACE)).isEmpty();
        assertThat(accounts.workspacesOf(account(1))).isEmpty();
        assertThat(accounts.role(account(2), Examples.WORKSPACE)).contains(MemberRole.MEMBER);
    }

    @Test
    void aCodeAndEveryRefreshTokenIsFoundUsedOrNot() {
        ledger.append(
                OAuthExamples.approved(1, 1, 1),
                OAuthExamples.redeemed(1),
                OAuthExamples.refreshed(1, 2));

        PresentedSecret code =
                grants.presented(List.of(digest("?"), digest(OAuthExamples.code(1)))).orElseThrow();
        assertThat(code.kind()).isEqualTo(PresentedSecret.Kind.CODE);
        assertThat(code.generation()).isZero();
        assertThat(code.digest()).isEqualTo(digest(OAuthExamples.code(1)));
        assertThat(code.expiresAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(code.grant()).isEqualTo(grants.find(grant(1)).orElseThrow());
        for (int generation : List.of(1, 2)) {
            String token = OAuthExamples.refreshToken(1, generation);
            PresentedSecret found = grants.presented(List.of(digest(token))).orElseThrow();
            assertThat(found.kind()).isEqualTo(PresentedSecret.Kind.REFRESH_TOKEN);
            assertThat(found.generation()).isEqualTo(generation);
        }
        assertThat(grants.presented(List.of(digest("?")))).isEmpty();
        assertThat(grants.presented(List.of(digest(OAuthExamples.token(1))))).isEmpty();
        assertThat(grants.presented(List.of())).isEmpty();
    }

    @Test
    void aTokenIsFoundAsItIsNow() {
        ledger.append(
                OAuthExamples.approved(1, 1, 1),
                OAuthExamples.redeemed(1, OAuthExamples.BOUND_KEY),
                new OAuthAppScopesChanged(app(1), List.of("x"), List.of("read:members")));

        assertThat(token(1))
                .isEqualTo(
                        new IssuedToken(
                                grants.find(grant(1)).orElseThrow(),
                                digest(OAuthExamples.token(1)),
                                1,
                                List.of("read:members"),
                                OAuthExamples.BOUND_KEY,
                                NOON,
                                OAuthExamples.EXPIRES,
                                false));
        ledger.append(new AccessTokenRevoked(grant(1), 1));
        assertThat(token(1).revoked()).isTrue();
        assertThat(grants.find(grant(1))).map(GrantStanding::ended).contains(false);
        assertThat(grants.token(List.of(digest(OAuthExamples.code(1))))).isEmpty();
    }

    private IssuedToken token(int grant) {
        return grants.token(List.of(digest(OAuthExamples.token(grant)))).orElseThrow();
    }

    @Test
    void aGrantEndsWithItsAppWithItsPersonAndByItself() {
        for (int number = 1; number <= 4; number++) {
            ledger.append(
                    OAuthExamples.approved(number, number == 2 ? 2 : 1, number == 3 ? 2 : 1),
                    OAuthExamples.redeemed(number));
        }
        ledger.append(OAuthExamples.ownToken(5, 1));
        assertThat(grants.ofAccount(account(1)))
                .extracting(GrantStanding::grant)
                .containsExactly(grant(1), grant(2), grant(4));

        ledger.append(new GrantRevoked(grant(1), RevocationCause.REQUESTED));
        assertThat(ended(1)).isTrue();
        assertThat(ended(4)).isFalse();

        ledger.append(new OAuthAppDeleted(app(2)));
        assertThat(ended(2)).isTrue();

        ledger.append(new WorkspaceLeft(account(2), Examples.WORKSPACE, MemberRole.MEMBER));
        assertThat(ended(3)).isTrue();
        assertThat(ended(5)).isFalse();
        assertThat(token(3).revoked()).isTrue();
        assertThat(grants.ofAccount(account(1)))
                .extracting(GrantStanding::grant)
                .containsExactly(grant(4));
        assertThat(grants.ofAccount(account(2))).isEmpty();
    }

    private boolean ended(int grant) {
        return grants.find(grant(grant)).orElseThrow().ended();
    }
}
