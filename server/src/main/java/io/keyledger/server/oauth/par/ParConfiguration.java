package io.keyledger.server.oauth.par;

import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.dpop.RequestProofs;
import io.keyledger.server.oauth.endpoint.AppEndpoints;
import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.throttle.Throttle;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pushed authorization requests, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class ParConfiguration {

    /** Of one app at one address in a minute. */
    private static final int PUSHES = 300;

    @Bean
    PushedRequestTable pushedRequestTable(JdbcClient jdbc) {
        return new PushedRequestTable(jdbc);
    }

    @Bean
    PushedRequests pushedRequests(PushedRequestTable table, Clock clock) {
        return new PushedRequests(table, clock);
    }

    @Bean
    PushedRequestSweeper pushedRequestSweeper(PushedRequestTable table, Clock clock) {
        return new PushedRequestSweeper(table, clock);
    }

    @Bean
    HubEndpoint pushEndpoint(
            PushedRequests requests,
            ObjectProvider<AuthorizationRequestCheck> check,
            RequestProofs proofs,
            AppEndpoints endpoints,
            Clock clock) {
        return endpoints.at(
                "par",
                OAuthHub::parPath,
                new PushCall(
                        requests,
                        check.getIfAvailable(() -> (_, _, _) -> {}),
                        proofs,
                        new Throttle(PUSHES, Duration.ofMinutes(1), clock)));
    }
}
