package io.keyledger.server.demo;

import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.dataplane.DataPlane;
import io.keyledger.server.hubs.ConfiguredHubs;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the demo. */
@Configuration(proxyBeanMethods = false)
@OnDemo
@OnCommandNode
class DemoConfiguration {

    @Bean
    DemoAddresses demoAddresses(ConfiguredHubs hubs, Environment environment) {
        return new DemoAddresses(hubs, environment);
    }

    @Bean
    DemoFile demoFile(DataDirectory directory, JsonMapper mapper, SecretMint mint) {
        return new DemoFile(directory, mapper, mint);
    }

    @Bean
    DemoSeeding demoSeeding(
            ConfiguredHubs hubs,
            Commands commands,
            KeyDirectory keys,
            IdentifierMint identifiers,
            SecretMint mint,
            DemoFile file,
            DemoAddresses addresses) {
        return new DemoSeeding(hubs, commands, keys, identifiers, mint, file, addresses);
    }

    @Bean
    DemoInvitation demoInvitation(DemoFile file, DemoAddresses addresses) {
        return new DemoInvitation(file, addresses);
    }

    @Bean
    FilterRegistrationBean<DataPlaneGuard> dataPlaneGuard(DataPlane dataPlane) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
        FilterRegistrationBean<DataPlaneGuard> guard =
                new FilterRegistrationBean<>(new DataPlaneGuard(dataPlane, client));
        guard.addUrlPatterns("/hubnity/*");
        return guard;
    }
}
