package io.keyledger.server.oauth.endpoint;

import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.client.ClientAuthentication;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints for apps have in common. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class EndpointConfiguration {

    @Bean
    AppEndpoints appEndpoints(ClientAuthentication clients, MeterRegistry meters) {
        return new AppEndpoints(clients, meters);
    }
}
