package io.keyledger.server.oauth.client;

import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.digest.TokenDigests;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Client authentication, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class ClientConfiguration {

    @Bean
    ClientAuthentication clientAuthentication(
            OAuthAppDirectory apps, TokenDigests digests, Clock clock) {
        return new ClientAuthentication(
                apps, new ClientSecrets(apps, digests, clock), new FailedAttempts(clock));
    }
}
