package io.keyledger.server.wiring;

import io.keyledger.query.audittrail.AuditTrailConfiguration;
import io.keyledger.query.inventory.InventoryConfiguration;
import io.keyledger.query.oauth.OAuthConfiguration;
import io.keyledger.query.profilechange.ProfileChangeConfiguration;
import io.keyledger.query.ratelimit.LocalRateLimiter;
import io.keyledger.query.replay.ReplayConfiguration;
import io.keyledger.query.usage.UsageConfiguration;
import io.keyledger.query.usage.UsageSettings;
import io.keyledger.query.verification.VerificationConfiguration;
import io.keyledger.query.verification.VerificationDatabase;
import io.keyledger.query.verification.VerificationSettings;
import io.keyledger.server.database.ListenConnections;
import io.keyledger.server.node.NodeName;
import io.keyledger.verdict.ratelimit.RateLimiter;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The query side, with the databases and the settings that it asks for. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({VerificationProperties.class, UsageProperties.class})
@Import({
    VerificationConfiguration.class,
    OAuthConfiguration.class,
    InventoryConfiguration.class,
    AuditTrailConfiguration.class,
    ProfileChangeConfiguration.class,
    ReplayConfiguration.class,
    UsageConfiguration.class
})
class QuerySide {

    @Bean
    VerificationDatabase verificationDatabase(
            DataSource ledger,
            @Qualifier("verificationDataSource") DataSource verification,
            ListenConnections dedicated) {
        return new VerificationDatabase(ledger, verification, dedicated::open);
    }

    @Bean
    VerificationSettings verificationSettings(VerificationProperties properties, NodeName node) {
        return properties.settings(node);
    }

    @Bean
    UsageSettings usageSettings(UsageProperties properties, NodeName node) {
        return properties.settings(node);
    }

    @Bean
    RateLimiter rateLimiter() {
        return new LocalRateLimiter();
    }
}
