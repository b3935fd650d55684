package io.keyledger.server.rebuild;

import io.keyledger.server.ledger.LedgerReplay;
import io.keyledger.server.ledger.Projections;
import io.keyledger.server.node.NodeName;
import io.keyledger.server.node.OnCommandNode;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The beans of rebuilds. All nodes tell of them; those that handle commands do the work. */
@Configuration(proxyBeanMethods = false)
public class RebuildConfiguration {

    @Bean
    Rebuilds rebuilds(JdbcClient jdbc, JsonMapper mapper, Projections projections) {
        return new Rebuilds(new RebuildTable(jdbc, new RebuildRow(mapper)), projections);
    }

    @Bean
    @OnCommandNode
    RebuildRunner rebuildRunner(
            JdbcClient jdbc,
            JsonMapper mapper,
            NodeName node,
            DataSource ledger,
            PlatformTransactionManager transactionManager,
            Projections projections,
            LedgerReplay replay,
            MeterRegistry registry) {
        RebuildRow row = new RebuildRow(mapper);
        ClaimTable claims = new ClaimTable(jdbc, row, node.value());
        NewTables tables = new NewTables(jdbc);
        RebuildMetrics metrics = new RebuildMetrics(registry);
        Rebuilder rebuilder =
                new Rebuilder(
                        newOnes(transactionManager),
                        ledger,
                        projections,
                        claims,
                        tables,
                        new Filling(replay, tables, claims, metrics),
                        metrics);
        return new RebuildRunner(new RebuildTable(jdbc, row), claims, tables, rebuilder, metrics);
    }

    private static TransactionTemplate newOnes(PlatformTransactionManager transactionManager) {
        TransactionTemplate template = new TransactionTemplate(transactionManager);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }
}
