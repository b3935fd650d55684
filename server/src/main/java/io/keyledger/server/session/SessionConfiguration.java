package io.keyledger.server.session;

import io.keyledger.command.minting.SecretMint;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.digest.TokenDigests;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sessions, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
public class SessionConfiguration {

    @Bean
    SessionSecrets sessionSecrets(SecretMint mint, TokenDigests digests) {
        return new SessionSecrets(mint, digests);
    }

    @Bean
    SignInSessionTable signInSessionTable(JdbcClient jdbc) {
        return new SignInSessionTable(jdbc);
    }

    @Bean
    SignInSessions signInSessions(SignInSessionTable table, SessionSecrets secrets, Clock clock) {
        return new SignInSessions(table, secrets, clock);
    }

    @Bean
    SessionEnding sessionEnding(SignInSessionTable table) {
        return new SessionEnding(table);
    }

    @Bean
    SessionSweeper sessionSweeper(SignInSessions sessions) {
        return new SessionSweeper(sessions);
    }
}
