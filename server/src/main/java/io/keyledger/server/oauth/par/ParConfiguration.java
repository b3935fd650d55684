package io.keyledger.server.oauth.par;

import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pushed authorization requests, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class ParConfiguration {

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
}
