package io.keyledger.server.pepper;

import io.keyledger.api.token.Peppers;
import io.keyledger.server.database.DatabaseMode;
import io.keyledger.server.datadirectory.DataDirectory;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The peppers of this node, strong and fit for the database, or no start at all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PepperProperties.class)
public class PepperConfiguration {

    @Bean
    Peppers peppers(PepperProperties properties, DataDirectory data, DatabaseMode database) {
        return PepperSource.peppers(properties.peppers(), data, database == DatabaseMode.EMBEDDED);
    }

    @Bean
    PepperRegister pepperRegister(
            DataSource database, Peppers peppers, PepperProperties properties) {
        PepperRegister register =
                new PepperRegister(
                        JdbcClient.create(database), peppers, properties.retiredPeppers());
        register.enter();
        return register;
    }

    @Bean
    PepperHealth peppersHealthIndicator(PepperRegister register) {
        return new PepperHealth(register);
    }
}
