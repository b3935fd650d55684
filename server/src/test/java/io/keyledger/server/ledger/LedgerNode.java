package io.keyledger.server.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.server.node.NodeConfiguration;
import io.keyledger.testing.TestDatabase;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that has a ledger and no doors. Two of them on one database are two nodes. */
public final class LedgerNode implements AutoCloseable {

    private static final int POOL_SIZE = 12;

    private final HikariDataSource pool;
    private final ConfigurableApplicationContext context;

    private LedgerNode(HikariDataSource pool, ConfigurableApplicationContext context) {
        this.pool = pool;
        this.context = context;
    }

    public static LedgerNode start(TestDatabase database, Class<?>... more) {
        return start(database, Map.of(), more);
    }

    public static LedgerNode start(
            TestDatabase database, Map<String, Object> properties, Class<?>... more) {
        HikariDataSource pool = pool(database);
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(Ledger.class)
                        .sources(more)
                        .web(WebApplicationType.NONE)
                        .initializers((GenericApplicationContext it) -> register(it, pool))
                        .properties("spring.flyway.enabled=false", "spring.main.banner-mode=off")
                        // The health of parts that are not here is not asked for.
                        .properties("management.endpoint.health.validate-group-membership=false")
                        .properties(properties)
                        .run();
        return new LedgerNode(pool, context);
    }

    private static void register(GenericApplicationContext context, DataSource pool) {
        context.registerBean("ledgerDataSource", DataSource.class, () -> pool);
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.runtime());
        pool.setMaximumPoolSize(POOL_SIZE);
        pool.setConnectionTimeout(10_000);
        return pool;
    }

    public Commands commands() {
        return bean(Commands.class);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({NodeConfiguration.class, LedgerConfiguration.class, KnownHub.class})
    static class Ledger {}
}
