package io.keyledger.server.proof;

import io.keyledger.query.audittrail.AuditTrail;
import io.keyledger.server.database.DatabaseMode;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.node.OnCommandNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The proof of the ledger: kept by nodes that handle commands, read on all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckpointProperties.class)
class ProofConfiguration {

    private static final int BATCH = 500;

    @Bean
    CheckpointKeys checkpointKeys(
            CheckpointProperties properties,
            DataDirectory data,
            DatabaseMode database,
            JdbcClient jdbc) {
        return new CheckpointKeys(
                new CheckpointTable(jdbc).origin(),
                KeySource.keys(properties.keys(), data, database == DatabaseMode.EMBEDDED));
    }

    @Bean
    LedgerProofs ledgerProofs(JdbcClient jdbc, CheckpointKeys keys) {
        return new LedgerProofs(jdbc, keys);
    }

    @Bean
    @OnCommandNode
    CheckpointFiles checkpointFiles(
            CheckpointProperties properties, DataDirectory data, JdbcClient jdbc) {
        Path folder = properties.folder();
        return new CheckpointFiles(
                folder == null ? data.resolve("checkpoints") : folder, new CheckpointTable(jdbc));
    }

    @Bean
    @OnCommandNode
    ProofHealth proofHealthIndicator(Clock clock) {
        return new ProofHealth(clock);
    }

    @Bean
    @OnCommandNode
    ProofKeeper proofKeeper(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            CheckpointKeys keys,
            CheckpointFiles files,
            ProofHealth health,
            LedgerProofs proofs,
            MeterRegistry registry,
            CheckpointProperties properties,
            Clock clock) {
        return new ProofKeeper(
                new TreeExtension(new TransactionTemplate(transactions), jdbc, keys, clock, BATCH),
                files,
                health,
                new ProofMetrics(registry, proofs),
                properties.interval());
    }

    @Bean
    @OnCommandNode
    Verifications ledgerVerifications(
            JdbcClient jdbc, CheckpointFiles files, CheckpointKeys keys, AuditTrail trail) {
        return new Verifications(
                jdbc, files, keys, position -> trail.eventAt(position).orElse(null));
    }
}
