package io.keyledger.server.hubs;

import io.keyledger.command.profile.HubProfileFolder;
import io.keyledger.command.profile.InvalidHubProfileException;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.startup.StartupRefused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the hub profiles before anything is started, so that a mistake in one costs no half start,
 * and keeps those that are published at hand.
 */
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

    @Bean
    PublishedHubs publishedHubs(HubDirectory hubs) {
        return new PublishedHubs(hubs);
    }
}
