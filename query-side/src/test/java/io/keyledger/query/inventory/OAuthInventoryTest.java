package io.keyledger.query.inventory;

import static io.keyledger.query.samples.SampleLedger.START;
import static io.keyledger.query.samples.SampleLedger.WORKSPACE;
import static io.keyledger.query.samples.SampleOAuth.ACCOUNT;
import static io.keyledger.query.samples.SampleOAuth.APP;
import static io.keyledger.query.samples.SampleOAuth.CODE_END;
import static io.keyledger.query.samples.SampleOAuth.GRANT;
import static io.keyledger.query.samples.SampleOAuth.GRANT_END;
import static io.keyledger.query.samples.SampleOAuth.IDENTITY;
import static io.keyledger.query.samples.SampleOAuth.LATER_REFRESH_END;
import static io.keyledger.query.samples.SampleOAuth.LOGO;
import static io.keyledger.query.samples.SampleOAuth.OTHER;
import static io.keyledger.query.samples.SampleOAuth.REFRESH_END;
import static io.keyledger.query.samples.SampleOAuth.TOKEN_END;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.query.inventory.GrantView.Ending;
import io.keyledger.query.inventory.GrantView.EndingCause;
import io.keyledger.query.inventory.OAuthAppView.ClientSecret;
import io.keyledger.query.inventory.OAuthAppView.PreviousSecret;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import io.keyledger.query.samples.SampleLedger;
import io.keyledger.query.samples.SampleOAuth;
import io.keyledger.testing.PostgresForTests;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inventory of OAuth on a real PostgreSQL, as the runtime role. */
class OAuthInventoryTest {

    private static final String NOWHERE = "ws_" + "z".repeat(20);

    private OAuthInventory inventory;
    private OAuthInventoryProjection projection;
    private long position;

    @BeforeEach
    void freshTables() {
        JdbcClient jdbc = JdbcClient.create(PostgresForTests.freshDatabase().runtime());
        InventoryConfiguration configuration = new InventoryConfiguration();
        inventory = configuration.oauthInventory(jdbc);
        projection = configuration.oauthInventoryProjection(jdbc);
    }

    @Test
    void anAppShowsWhatItsEventsSayAndItsSecretsByHint() {
        deliver(SampleOAuth.app().subList(0, 6));

        OAuthAppView app = inventory.app(APP.value()).orElseThrow();
        assertThat(app.name()).isEqualTo("Make");
        assertThat(app.logo()).isEqualTo(LOGO);
        assertThat(app.redirectUris()).hasSize(2);
        assertThat(app.scopes()).containsExactly("read:members", "read:projects");
        assertThat(app.secret())
                .isEqualTo(
                        new ClientSecret(
                                2,
                                "hbn_cs_…0002",
                                new PreviousSecret("hbn_cs_…0001", REFRESH_END)));
        assertThat(app.registeredBy()).isEqualTo("key:key_admin");
        assertThat(app.deletedAt()).isNull();
        assertThat(app.version()).isEqualTo(5);
    }

    @Test
    void aDeletedAppStaysInTheInventoryOfItsWorkspaceAndOfNoOther() {
        deliver(SampleOAuth.app());

        assertThat(inventory.app(APP.value()).orElseThrow().deletedAt()).isEqualTo(START);
        assertThat(inventory.appsOf(WORKSPACE.value(), Cursor.START, 3).items()).hasSize(1);
        assertThat(inventory.appsOf(NOWHERE, Cursor.START, 3).items()).isEmpty();
    }

    @Test
    void aPublicAppHasNoSecretToShow() {
        deliver(List.of(SampleOAuth.publicApp()));

        OAuthAppView app = inventory.app(APP.value()).orElseThrow();
        assertThat(app.secret()).isNull();
        assertThat(app.logo()).isEqualTo(LOGO);
    }

    @Test
    void anAccountShowsWhoThePersonIs() {
        deliver(SampleOAuth.account().subList(0, 8));

        AccountView account = inventory.account(ACCOUNT.value()).orElseThrow();
        assertThat(account)
                .isEqualTo(
                        new AccountView(
                                ACCOUNT.value(),
                                "hubnity",
                                "mia@example.com",
                                "Mia M.",
                                IDENTITY,
                                START,
                                START,
                                "key:key_admin",
                                1,
                                null,
                                7));
        assertThat(inventory.accountsOf("hubnity", Cursor.START, 3).items())
                .containsExactly(account);
        assertThat(inventory.accountsOf("nextoria", Cursor.START, 3).items()).isEmpty();
    }

    @Test
    void anotherRoleLeavesTheMemberInPlaceAndLeavingRemovesThem() {
        deliver(SampleOAuth.account().subList(0, 7));
        MemberView member = members(WORKSPACE.value()).items().getFirst();
        assertThat(member.role()).isEqualTo(MemberRole.AUDITOR);
        assertThat(member.joinedPosition()).isEqualTo(5);
        assertThat(member.email()).isEqualTo("mia@example.com");
        assertThat(inventory.membershipsOf(ACCOUNT.value(), Cursor.START, 3).items())
                .extracting(MemberView::workspace)
                .containsExactly(WORKSPACE.value(), OTHER.value());

        deliver(SampleOAuth.account().subList(0, 8));

        assertThat(members(WORKSPACE.value()).items()).isEmpty();
        assertThat(members(OTHER.value()).items()).hasSize(1);
    }

    @Test
    void whoeverIsClosedBelongsNowhereAndHasNoPassword() {
        deliver(SampleOAuth.account());

        AccountView account = inventory.account(ACCOUNT.value()).orElseThrow();
        assertThat(account.closedAt()).isEqualTo(START);
        assertThat(account.passwordSetAt()).isNull();
        assertThat(members(OTHER.value()).items()).isEmpty();
    }

    @Test
    void aGrantShowsHowFarItHasCome() {
        belong();
        deliver(SampleOAuth.grant().subList(0, 1));
        GrantView approved = grant();
        assertThat(approved.generation()).isZero();
        assertThat(approved.lastIssuedAt()).isNull();
        assertThat(approved.expiresAt()).isEqualTo(CODE_END);
        assertThat(approved.endsAt()).isEqualTo(GRANT_END);
        assertThat(approved.ended()).isNull();

        deliver(SampleOAuth.grant().subList(0, 3));

        GrantView refreshed = grant();
        assertThat(refreshed.generation()).isEqualTo(2);
        assertThat(refreshed.lastIssuedAt()).isEqualTo(START);
        assertThat(refreshed.expiresAt()).isEqualTo(LATER_REFRESH_END);
    }

    @Test
    void aRevokedTokenMakesANewVersionAndARevokedGrantTellsWhy() {
        belong();
        deliver(SampleOAuth.grant());

        assertThat(grant().version()).isEqualTo(4);
        assertThat(grant().ended()).isEqualTo(new Ending(EndingCause.REFRESH_TOKEN_REUSED, START));
    }

    @Test
    void aGrantEndsWithItsApp() {
        belong();
        deliver(SampleOAuth.grant().subList(0, 2));

        deliver(SampleOAuth.app());

        assertThat(grant().ended()).isEqualTo(new Ending(EndingCause.APP_DELETED, START));
    }

    @Test
    void aGrantEndsWhenThePersonLeavesItsWorkspaceAndNotAnother() {
        deliver(SampleOAuth.account().subList(0, 7));
        deliver(SampleOAuth.grant().subList(0, 2));
        GrantId other = new GrantId("grt_" + "o".repeat(20));
        deliver(List.of(SampleOAuth.approved(other, OTHER)));

        deliver(SampleOAuth.account().subList(0, 8));

        assertThat(grant().ended()).isEqualTo(new Ending(EndingCause.MEMBER_GONE, null));
        assertThat(inventory.grant(other.value()).orElseThrow().ended()).isNull();
    }

    @Test
    void anAppsOwnTokenNeedsNoPerson() {
        deliver(List.of(SampleOAuth.ownToken()));

        GrantView grant = grant();
        assertThat(grant.account()).isNull();
        assertThat(grant.generation()).isEqualTo(1);
        assertThat(grant.expiresAt()).isEqualTo(TOKEN_END);
        assertThat(grant.endsAt()).isEqualTo(TOKEN_END);
        assertThat(grant.ended()).isNull();
    }

    @Test
    void grantsAreFoundByWorkspaceAppAndPersonTogetherOrAlone() {
        belong();
        deliver(SampleOAuth.grant());

        String app = APP.value();
        String account = ACCOUNT.value();
        assertThat(found(new GrantFilter(null, null, null))).hasSize(1);
        assertThat(found(new GrantFilter(WORKSPACE.value(), app, account))).hasSize(1);
        assertThat(found(new GrantFilter(NOWHERE, app, account))).isEmpty();
        assertThat(found(new GrantFilter(null, "app_" + "x".repeat(20), null))).isEmpty();
        assertThat(found(new GrantFilter(null, null, "acc_" + "x".repeat(20)))).isEmpty();
    }

    @Test
    void pagesNeitherRepeatNorMissGrantsWhileTheListGrows() {
        for (int i = 0; i < 4; i++) {
            approve(i);
        }
        GrantFilter all = new GrantFilter(WORKSPACE.value(), null, null);
        Page<GrantView> first = inventory.grants(all, Cursor.START, 3);
        approve(4);
        Cursor next = first.next();
        assertThat(next).isNotNull();

        Page<GrantView> second = inventory.grants(all, next, 3);

        assertThat(first.items()).extracting(GrantView::id).containsExactly(id(0), id(1), id(2));
        assertThat(second.items()).extracting(GrantView::id).containsExactly(id(3), id(4));
        assertThat(second.next()).isNull();
    }

    @Test
    void everyEventTwiceChangesNothing() {
        deliver(SampleOAuth.app());
        deliver(SampleOAuth.account().subList(0, 8));
        deliver(SampleOAuth.grant());
        OAuthAppView app = inventory.app(APP.value()).orElseThrow();
        AccountView account = inventory.account(ACCOUNT.value()).orElseThrow();
        GrantView grant = grant();

        deliver(SampleOAuth.app());
        deliver(SampleOAuth.account().subList(0, 8));
        deliver(SampleOAuth.grant());

        assertThat(inventory.app(APP.value())).contains(app);
        assertThat(inventory.account(ACCOUNT.value())).contains(account);
        assertThat(inventory.grant(GRANT.value())).contains(grant);
        assertThat(members(WORKSPACE.value()).items()).isEmpty();
        assertThat(members(OTHER.value()).items()).hasSize(1);
    }

    private void belong() {
        deliver(SampleOAuth.account().subList(0, 5));
    }

    private GrantView grant() {
        return inventory.grant(GRANT.value()).orElseThrow();
    }

    private List<GrantView> found(GrantFilter filter) {
        return inventory.grants(filter, Cursor.START, 10).items();
    }

    private Page<MemberView> members(String workspace) {
        return inventory.membersOf(workspace, Cursor.START, 10);
    }

    private static String id(int number) {
        return "grt_" + "%020d".formatted(number);
    }

    private void approve(int number) {
        deliver(List.of(SampleOAuth.approved(new GrantId(id(number)), WORKSPACE)));
    }

    private void deliver(List<Object> events) {
        for (int i = 0; i < events.size(); i++) {
            on(events.get(i), SampleLedger.message(events.get(i), i));
        }
    }

    private void on(Object event, DomainEventMessage<?> message) {
        position++;
        TrackingToken token = GapAwareTrackingToken.newInstance(position, List.of());
        switch (event) {
            case OAuthAppEvent app -> projection.on(app, message, token, "key:key_admin");
            case AccountEvent account -> projection.on(account, message, token, "key:key_admin");
            case GrantEvent grant -> projection.on(grant, message, token);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }
}
