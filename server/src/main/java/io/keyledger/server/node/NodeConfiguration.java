package io.keyledger.server.node;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans that say what this node is. */
@Configuration(proxyBeanMethods = false)
public class NodeConfiguration {

    @Bean
    NodeRole nodeRole(Environment environment) {
        return NodeRole.of(environment);
    }

    @Bean
    NodeName nodeName() {
        return NodeName.unique();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
