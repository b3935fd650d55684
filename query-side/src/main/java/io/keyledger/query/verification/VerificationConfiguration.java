package io.keyledger.query.verification;

import io.keyledger.api.token.Peppers;
import io.keyledger.verdict.ratelimit.RateLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The beans of verification: {@link Verifier}, {@link Confirmations}, {@link VerificationHealth},
 * {@link HubDirectory}, {@link WorkspaceDirectory}, {@link KeyDirectory}, {@link
 * RetirementCandidates}, and the handler of the processing group {@value #PROCESSING_GROUP}, which
 * must be a subscribing one whose errors propagate.
 *
 * <p>Asks for a {@link VerificationDatabase}, {@link VerificationSettings}, {@link Peppers}, a
 * {@link Clock}, a {@link RateLimiter} and a {@link MeterRegistry}.
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
            MeterRegistry registry) {
        return new VerificationNode(database, settings, peppers, clock, limiter, registry);
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
    VerificationHealth verificationHealth(VerificationNode node) {
        return node.health();
    }

    @Bean
    VerificationProjection verificationProjection(VerificationDatabase database) {
        JdbcClient jdbc = JdbcClient.create(database.ledger());
        return new VerificationProjection(
                new HubProfileTable(jdbc), new WorkspaceTable(jdbc), new CredentialTable(jdbc));
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
    KeyDirectory keyDirectory(VerificationDatabase database) {
        return new KeyDirectory(JdbcClient.create(database.ledger()));
    }

    @Bean
    RetirementCandidates retirementCandidates(VerificationDatabase database) {
        return new RetirementCandidates(JdbcClient.create(database.ledger()));
    }
}
