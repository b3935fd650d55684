package io.keyledger.query.profilechange;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testing.PostgresForTests;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a real PostgreSQL, as the runtime role. */
class ProfileChangesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String LATER = "2026-11-22T12:00:01Z";

    private final JdbcClient jdbc = JdbcClient.create(PostgresForTests.freshDatabase().runtime());
    private final ProfileChanges changes =
            new ProfileChangeConfiguration().profileChanges(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void somebodyHoldsKeys() {
        key("key_1", "acme", "{a,b}", "null", "null");
        key("key_2", "acme", "{b}", "null", "null");
        key("key_3", "acme", "{a}", "'" + LATER + "'", "null");
        key("key_4", "acme", "{a}", "'" + NOW + "'", "null");
        key("key_5", "acme", "{a}", "null", "'" + NOW + "'");
        key("key_6", "other", "{a}", "null", "null");
        workspace("ws_1", "acme", "free");
        workspace("ws_2", "acme", "paid");
        workspace("ws_3", "other", "free");
    }

    private void key(String id, String hub, String scopes, String expiresAt, String revokedAt) {
        jdbc.sql(
                        """
                        insert into inventory_key (key_id, workspace_id, hub_id, name, scopes,
                            expires_at, allowed_cidrs, metadata, hint, generation, issued_at,
                            issued_by, issued_position, revoked_at, version)
                        values ('%1$s', 'ws_1', '%2$s', 'Key %1$s', '%3$s', %4$s, '{}', '{}', '', 1,
                            now(), 'test', %6$s, %5$s, 0)
                        """
                                .formatted(id, hub, scopes, expiresAt, revokedAt, id.substring(4)))
                .update();
    }

    private void workspace(String id, String hub, String plan) {
        jdbc.sql(
                        """
                        insert into inventory_workspace (workspace_id, hub_id, name, plan,
                            registered_at, registered_position, version)
                        values ('%1$s', '%2$s', 'Name %1$s', '%3$s', now(), 1, 0)
                        """
                                .formatted(id, hub, plan))
                .update();
    }

    @Test
    void keysThatCanBeUsedAndHoldTheScopeLoseIt() {
        assertThat(changes.keysLosing("acme", List.of("a", "c"), 10))
                .isEqualTo(
                        new Affected<>(
                                2,
                                List.of(
                                        new Affected.Key(
                                                "key_1", "Key key_1", "ws_1", List.of("a")),
                                        new Affected.Key(
                                                "key_3", "Key key_3", "ws_1", List.of("a")))));
    }

    @Test
    void manyKeysAreCountedAndTheFirstOfThemListed() {
        Affected<Affected.Key> affected = changes.keysLosing("acme", List.of("a", "b"), 1);

        assertThat(affected.count()).isEqualTo(3);
        assertThat(affected.items())
                .containsExactly(new Affected.Key("key_1", "Key key_1", "ws_1", List.of("a", "b")));
    }

    @Test
    void aScopeThatNobodyHoldsConcernsNobody() {
        assertThat(changes.keysLosing("acme", List.of("c"), 10)).isEqualTo(Affected.none());
        assertThat(changes.keysLosing("acme", List.of(), 10)).isEqualTo(Affected.none());
    }

    @Test
    void workspacesOnThePlanAreConcernedAndThoseOfAnotherHubAreNot() {
        assertThat(changes.workspacesOn("acme", List.of("free", "gone"), 10))
                .isEqualTo(
                        new Affected<>(
                                1, List.of(new Affected.Workspace("ws_1", "Name ws_1", "free"))));
        assertThat(changes.workspacesOn("acme", List.of("gone"), 10)).isEqualTo(Affected.none());
    }
}
