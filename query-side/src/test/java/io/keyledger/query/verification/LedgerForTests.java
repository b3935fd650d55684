package io.keyledger.query.verification;

import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.apikey.ApiKeyEvent;
import io.keyledger.api.campaign.CampaignEvent;
import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.hub.HubEvent;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.api.workspace.WorkspaceEvent;
import io.keyledger.query.oauth.OAuthExamples;
import io.keyledger.query.oauth.OAuthProjection;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appends events as the product does, each with its projection in one transaction. */
public final class LedgerForTests implements AutoCloseable {

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final HikariDataSource runtime = pool();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(runtime));
    private final JdbcClient jdbc = JdbcClient.create(runtime);
    private final VerificationProjection projection = new VerificationProjection(jdbc);
    private final OAuthProjection oauth = new OAuthProjection(jdbc);

    LedgerForTests() {
        asOwner("create table ledger_event (global_index bigserial primary key)");
        asOwner("grant insert, select on ledger_event to " + PostgresForTests.RUNTIME_ROLE);
        asOwner(
                "grant usage, select on ledger_event_global_index_seq to "
                        + PostgresForTests.RUNTIME_ROLE);
    }

    /** With one hub, one workspace, two apps, and two people who belong to the workspace. */
    public static LedgerForTests withApps() {
        LedgerForTests ledger = withWorkspace();
        ledger.append(
                OAuthExamples.registered(1),
                OAuthExamples.registered(2),
                OAuthExamples.person(1),
                OAuthExamples.person(2),
                OAuthExamples.joined(1),
                OAuthExamples.joined(2));
        return ledger;
    }

    /** With one hub and one workspace. */
    public static LedgerForTests withWorkspace() {
        LedgerForTests ledger = new LedgerForTests();
        ledger.append(Examples.profilePublished(1, 1_000_000), Examples.workspaceRegistered());
        return ledger;
    }

    /** Appends events in one transaction and returns the position of the last. */
    public long append(Object... events) {
        Long position =
                transaction.execute(_ -> {
                    jdbc.sql("select pg_advisory_xact_lock(1)").query().singleRow();
                    long last = 0;
                    for (Object event : events) {
                        last = insert();
                        project(event);
                    }
                    return last;
                });
        return position == null ? 0 : position;
    }

    private long insert() {
        return jdbc.sql("insert into ledger_event default values returning global_index")
                .query(Long.class)
                .single();
    }

    /** Delivers an event to the projection, within whatever transaction there is. */
    public void project(Object event) {
        switch (event) {
            case HubEvent it -> projection.on(it);
            case WorkspaceEvent it -> projection.on(it);
            case CampaignEvent it -> projection.on(it);
            case ApiKeyEvent it -> projection.on(it);
            case OAuthAppEvent it -> oauth.on(it);
            case AccountEvent it -> oauth.on(it);
            case GrantEvent it -> oauth.on(it);
            default -> throw new IllegalArgumentException("not an event: " + event);
        }
    }

    public void asOwner(String sql) {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the connections that listen, and no others. */
    void breakChannels() {
        PostgresForTests.server()
                .execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where query like 'listen %' and datname = '"
                                + name()
                                + "'");
    }

    private String name() {
        return jdbc.sql("select current_database()").query(String.class).single();
    }

    /** A few connections, for who needs several at once. */
    public HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.runtime());
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return pool;
    }

    public TestDatabase database() {
        return database;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        runtime.close();
        database.close();
    }
}
