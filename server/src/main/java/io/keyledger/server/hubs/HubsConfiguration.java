package io.keyledger.server.hubs;

import io.keyledger.command.profile.HubProfileFolder;
import io.keyledger.command.profile.InvalidHubProfileException;
import io.keyledger.server.startup.StartupRefused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the hub profiles before anything is started: a mistake in one costs no half start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubsProperties.class)
class HubsConfiguration {

    @Bean
    ConfiguredHubs configuredHubs(HubsProperties properties) {
        try {
            return new ConfiguredHubs(HubProfileFolder.load(properties.hubsDir()));
        } catch (InvalidHubProfileException e) {
            throw new StartupRefused(
                    String.valueOf(e.getMessage()),
                    "Mend the profiles; docs/hub-profiles.md has the language.",
                    e);
        }
    }
}
