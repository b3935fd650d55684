package io.keyledger.server.oauth.introspection;

import io.keyledger.query.oauth.GrantDirectory;
import io.keyledger.query.verification.Verifier;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.digest.TokenDigests;
import io.keyledger.server.oauth.endpoint.AppEndpoints;
import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.throttle.Throttle;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The introspection endpoint, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class IntrospectionConfiguration {

    /** More than a service meets whose users' tokens expire, fewer than fishing needs. */
    private static final int MISSES = 300;

    @Bean
    HubEndpoint introspectionEndpoint(
            GrantDirectory grants,
            TokenDigests digests,
            Verifier verifier,
            AppEndpoints endpoints,
            Clock clock) {
        return endpoints.at(
                "introspect",
                OAuthHub::introspectionPath,
                new IntrospectionCall(
                        new LiveTokens(grants, digests, verifier),
                        new Throttle(MISSES, Duration.ofMinutes(1), clock)));
    }
}
