package io.keyledger.query.verification;

import io.keyledger.api.token.Peppers;
import io.keyledger.verdict.ratelimit.RateLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The beans of verification: {@link Verifier}, {@link Confirmations}, {@link VerificationHealth},
 * {@link HubDirectory}, {@link WorkspaceDirectory}, {@link CampaignDirectory}, {@link
 * DocumentationDirectory}, {@link KeyDirectory}, {@link RetirementCandidates}, and the handler of
 * the processing group {@value #PROCESSING_GROUP}, which must be a subscribing one whose errors
 * propagate.
 *
 * <p>Asks for a {@link VerificationDatabase}, {@link VerificationSettings}, {@link Peppers}, a
 * {@link Clock}, a {@link RateLimiter} and a {@link MeterRegistry}; tells every {@link
 * HubObserver}.
 */
@Configuration(proxyBeanMethods = false)
public class VerificationConfiguration {

    public static final String PROCESSING_GROUP = VerificationProjection.GROUP;

    @Bean
    VerificationNode verificationNode(
            VerificationDatabase database,
            VerificationSettings settings,
            Peppers peppers,
            Clock clock,
            RateLimiter limiter,
            MeterRegistry registry,
            ObjectProvider<HubObserver> observers) {
        List<HubObserver> all = observers.orderedStream().toList();
        return new VerificationNode(
                database,
                settings,
                peppers,
                clock,
                limiter,
                registry,
                profiles -> all.forEach(observer -> observer.hubsChanged(profiles)));
    }

    @Bean
    Verifier verifier(VerificationNode node) {
        return node.verifier();
    }

    @Bean
    Confirmations confirmations(VerificationNode node) {
        return node.confirmations();
    }

    @Bean
    ReplicaFeed replicaFeed(VerificationNode node) {
        return node.replicaFeed();
    }

    @Bean
    VerificationHealth verificationHealth(VerificationNode node) {
        return node.health();
    }

    @Bean
    VerificationProjection verificationProjection(VerificationDatabase database) {
        return new VerificationProjection(JdbcClient.create(database.ledger()));
    }

    @Bean
    HubDirectory hubDirectory(VerificationDatabase database) {
        return new HubDirectory(
                new HubProfileTable(JdbcClient.create(database.ledger())), new CompiledProfiles());
    }

    @Bean
    WorkspaceDirectory workspaceDirectory(VerificationDatabase database) {
        return new WorkspaceDirectory(new WorkspaceTable(JdbcClient.create(database.ledger())));
    }

    @Bean
    CampaignDirectory campaignDirectory(VerificationDatabase database) {
        return new CampaignDirectory(new CampaignTable(JdbcClient.create(database.ledger())));
    }

    @Bean
    DocumentationDirectory documentationDirectory(VerificationDatabase database) {
        return new DocumentationDirectory(JdbcClient.create(database.ledger()));
    }

    @Bean
    KeyDirectory keyDirectory(VerificationDatabase database) {
        return new KeyDirectory(JdbcClient.create(database.ledger()));
    }

    @Bean
    RetirementCandidates retirementCandidates(VerificationDatabase database) {
        return new RetirementCandidates(JdbcClient.create(database.ledger()));
    }
}
