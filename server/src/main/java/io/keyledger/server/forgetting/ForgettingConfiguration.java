package io.keyledger.server.forgetting;

import io.keyledger.query.oauth.ExpiredTokens;
import io.keyledger.server.node.OnCommandNode;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The sweeper, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ForgettingProperties.class)
@OnCommandNode
public class ForgettingConfiguration {

    @Bean
    ForgettingSweeper forgettingSweeper(
            ExpiredTokens expired, ForgettingProperties properties, Clock clock) {
        return new ForgettingSweeper(expired, properties.after(), clock);
    }
}
