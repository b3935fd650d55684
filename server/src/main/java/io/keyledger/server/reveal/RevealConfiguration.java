package io.keyledger.server.reveal;

import io.keyledger.command.hub.HubProfiles;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.server.bootstrap.BootstrapOrder;
import io.keyledger.server.database.DatabaseMode;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.verdict.profile.CompiledProfile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Recoverable secrets, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
@EnableConfigurationProperties(RevealProperties.class)
public class RevealConfiguration {

    @Bean
    RevealKeys revealKeys(RevealProperties properties, DataDirectory data, DatabaseMode database) {
        return RevealKeySource.keys(properties.keys(), data, database == DatabaseMode.EMBEDDED);
    }

    @Bean
    SealedSecretTable sealedSecretTable(JdbcClient jdbc) {
        return new SealedSecretTable(jdbc);
    }

    @Bean
    SealedSecretKeeping sealedSecretKeeping(
            SealedSecretTable table, HubProfiles profiles, KeyDirectory keys) {
        return new SealedSecretKeeping(table, profiles, keys::hubOf);
    }

    @Bean
    RecoverableSecrets recoverableSecrets(
            RevealKeys revealKeys, SealedSecretTable table, KeyDirectory keys) {
        return new RecoverableSecrets(revealKeys, table, keys);
    }

    @Bean
    @Order(BootstrapOrder.REVEAL_KEYS)
    RevealKeyUpkeep revealKeyUpkeep(
            RevealKeys keys,
            SealedSecretTable table,
            HubDirectory hubs,
            PlatformTransactionManager transactions) {
        return new RevealKeyUpkeep(
                keys,
                table,
                () -> hubs.all().stream().map(CompiledProfile::source).toList(),
                new TransactionTemplate(transactions));
    }
}
