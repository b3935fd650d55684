package io.keyledger.query.profilechange;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans that tell what a change of a profile would do. */
@Configuration(proxyBeanMethods = false)
public class ProfileChangeConfiguration {

    @Bean
    ProfileChanges profileChanges(JdbcClient jdbc, Clock clock) {
        return new ProfileChanges(new AffectedTable(jdbc), clock);
    }
}
