package io.keyledger.query.oauth;

import io.keyledger.query.verification.VerificationDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The beans of OAuth: {@link OAuthAppDirectory}, {@link AccountDirectory}, {@link GrantDirectory},
 * {@link ProofRegister}, {@link ExpiredTokens}, and another handler of verification's processing
 * group.
 *
 * <p>Asks for a {@link VerificationDatabase}.
 */
@Configuration(proxyBeanMethods = false)
public class OAuthConfiguration {

    @Bean
    OAuthProjection oauthProjection(VerificationDatabase database) {
        return new OAuthProjection(JdbcClient.create(database.ledger()));
    }

    @Bean
    OAuthAppDirectory oauthAppDirectory(VerificationDatabase database) {
        return new OAuthAppDirectory(JdbcClient.create(database.ledger()));
    }

    @Bean
    AccountDirectory accountDirectory(VerificationDatabase database) {
        return new AccountDirectory(JdbcClient.create(database.ledger()));
    }

    @Bean
    GrantDirectory grantDirectory(VerificationDatabase database) {
        return new GrantDirectory(JdbcClient.create(database.ledger()));
    }

    @Bean
    ProofRegister proofRegister(VerificationDatabase database) {
        return new ProofRegister(new ProofTable(database.verification()));
    }

    @Bean
    ExpiredTokens expiredTokens(VerificationDatabase database) {
        return new ExpiredTokens(
                JdbcClient.create(database.ledger()), new ProofTable(database.ledger()));
    }
}
