package io.keyledger.query.audittrail;

import static io.keyledger.query.samples.SampleLedger.WORKSPACE;
import static io.keyledger.query.samples.SampleOAuth.ACCOUNT;
import static io.keyledger.query.samples.SampleOAuth.APP;
import static io.keyledger.query.samples.SampleOAuth.GRANT;
import static io.keyledger.query.samples.SampleOAuth.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.query.paging.Cursor;
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
import tools.jackson.databind.json.JsonMapper;

/** The audit trail of OAuth on a real PostgreSQL, as the runtime role. */
class OAuthTrailTest {

    private AuditTrail trail;
    private AuditTrailProjection projection;
    private long position;

    @BeforeEach
    void freshTables() {
        JdbcClient jdbc = JdbcClient.create(PostgresForTests.freshDatabase().runtime());
        AuditTrailConfiguration configuration = new AuditTrailConfiguration();
        trail = configuration.auditTrail(jdbc, JsonMapper.shared());
        projection = configuration.auditTrailProjection(jdbc, JsonMapper.shared());
        deliver(SampleOAuth.app());
        deliver(SampleOAuth.account());
        deliver(SampleOAuth.grant());
    }

    @Test
    void anAppsHistoryTellsWhatItWasAndBecameAndNothingOfItsGrants() {
        assertThat(ofApp())
                .extracting(AuditEntry::summary)
                .containsExactly(
                        "App “Zapier” registered as confidential with scopes read:members; it sends"
                                + " people back to https://app.example.com/callback.",
                        "App renamed from “Zapier” to “Make”.",
                        "Logo changed; it is now: image/png.",
                        "Redirect URIs changed from https://app.example.com/callback to"
                                + " https://app.example.com/callback, http://127.0.0.1/callback.",
                        "Scopes changed from read:members to read:members, read:projects, also for"
                                + " tokens that are out.",
                        "Rotated: client secret 2 takes over; older ones are accepted until"
                                + " 2027-01-02T12:00:00Z.",
                        "App deleted: none of its tokens is accepted.");
        assertThat(ofApp()).allSatisfy(OAuthTrailTest::isOfTheWorkspace);
    }

    @Test
    void anAccountsHistoryTellsWhereThePersonBelonged() {
        assertThat(ofAccount())
                .extracting(AuditEntry::summary)
                .containsExactly(
                        "Account of “Mia” registered with email mia@example.com.",
                        "Account renamed from “Mia” to “Mia M.”.",
                        "Identity changed from none to 4711 at https://id.example.com.",
                        "Password set.",
                        "Member of %s as member.".formatted(WORKSPACE),
                        "Member of %s as auditor, no longer as member.".formatted(WORKSPACE),
                        "Member of %s as admin.".formatted(OTHER),
                        "No longer auditor of %s: tokens for this person there are refused."
                                .formatted(WORKSPACE),
                        "Account closed: no token for this person is accepted.");
        assertThat(ofAccount()).extracting(AuditEntry::hub).containsOnly("hubnity");
        assertThat(ofAccount())
                .extracting(AuditEntry::workspace)
                .containsExactly(
                        null,
                        null,
                        null,
                        null,
                        WORKSPACE.value(),
                        WORKSPACE.value(),
                        OTHER.value(),
                        WORKSPACE.value(),
                        null);
    }

    @Test
    void aGrantsHistoryNamesItsAppPersonAndWorkspaceInEveryEntry() {
        List<AuditEntry> history = trail.ofCredential(GRANT.value(), Cursor.START, 100).items();

        assertThat(history)
                .extracting(AuditEntry::summary)
                .containsExactly(
                        "App %s may act for %s with scopes read:members until %s."
                                .formatted(APP, ACCOUNT, SampleOAuth.GRANT_END),
                        "Code exchanged: access token 1 with scopes read:members is accepted until"
                                + " 2027-01-01T13:00:00Z, the refresh token until"
                                + " 2027-01-02T12:00:00Z.",
                        "Refreshed: access token 2 with scopes read:members is accepted until"
                                + " 2027-01-01T13:00:00Z, the refresh token until"
                                + " 2027-01-02T13:00:00Z.",
                        "Access token 2 revoked.",
                        "Grant ended with its code and tokens: a used refresh token was presented"
                                + " again.");
        assertThat(history).allSatisfy(OAuthTrailTest::isOfTheWorkspace);
        assertThat(history).extracting(AuditEntry::app).containsOnly(APP.value());
        assertThat(history).extracting(AuditEntry::account).containsOnly(ACCOUNT.value());
    }

    @Test
    void anAppsOwnTokenHasNoPerson() {
        String narrated = Narration.of("grant.client-credentials", ownToken());

        assertThat(narrated)
                .isEqualTo(
                        "App %s acts for itself: access token 1 with scopes read:members is accepted"
                                        .formatted(APP)
                                + " until 2027-01-01T13:00:00Z.");
    }

    @Test
    void neitherALogosBytesNorADigestIsInTheTrail() {
        List<Change> registered = OAuthAppChanges.of(SampleOAuth.publicApp());

        assertThat(registered).contains(new Change("logo", null, "image/png"));
        assertThat(GrantChanges.of(SampleOAuth.approved(GRANT, WORKSPACE)))
                .extracting(Change::field)
                .contains("pkce")
                .doesNotContain("code", "codeChallenge");
    }

    @Test
    void everyEventTwiceIsOneEntry() {
        List<AuditEntry> apps = ofApp();
        List<AuditEntry> accounts = ofAccount();

        position = 0;
        deliver(SampleOAuth.app());
        deliver(SampleOAuth.account());

        assertThat(ofApp()).isEqualTo(apps);
        assertThat(ofAccount()).isEqualTo(accounts);
    }

    private List<AuditEntry> ofApp() {
        return trail.ofApp(APP.value(), Cursor.START, 100).items();
    }

    private List<AuditEntry> ofAccount() {
        return trail.ofAccount(ACCOUNT.value(), Cursor.START, 100).items();
    }

    private static List<Change> ownToken() {
        return GrantChanges.of(SampleOAuth.ownToken());
    }

    private static void isOfTheWorkspace(AuditEntry entry) {
        assertThat(entry.workspace()).isEqualTo(WORKSPACE.value());
        assertThat(entry.hub()).isEqualTo("hubnity");
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
            case OAuthAppEvent app -> projection.on(app, message, token);
            case AccountEvent account -> projection.on(account, message, token);
            case GrantEvent grant -> projection.on(grant, message, token);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }
}
