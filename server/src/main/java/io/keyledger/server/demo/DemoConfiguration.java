package io.keyledger.server.demo;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Refusal;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.verification.KeyDirectory;
import io.keyledger.server.database.GuestDatabases;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.dataplane.DataPlane;
import io.keyledger.server.hubs.ConfiguredHubs;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.password.AccountPasswords;
import io.keyledger.server.reveal.RecoverableSecrets;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.profile.RefusalAnswer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
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
    DemoApps demoApps(
            Commands commands,
            OAuthAppDirectory apps,
            IdentifierMint identifiers,
            SecretMint mint) {
        return new DemoApps(commands, apps, identifiers, mint);
    }

    @Bean
    DemoPeople demoPeople(
            Commands commands,
            AccountDirectory accounts,
            AccountPasswords passwords,
            IdentifierMint identifiers) {
        return new DemoPeople(commands, accounts, passwords, identifiers);
    }

    /** Beside the endpoints of this process, and before those of the hubs. */
    @Bean
    SimpleUrlHandlerMapping demoCallbackMapping() {
        return new SimpleUrlHandlerMapping(Map.of(DemoCallback.PATH, new DemoCallback()), 0);
    }

    @Bean
    DemoSeeding demoSeeding(
            ConfiguredHubs hubs,
            Commands commands,
            KeyDirectory keys,
            IdentifierMint identifiers,
            SecretMint mint,
            RecoverableSecrets recoverable,
            DemoPeople people,
            DemoApps apps,
            DemoFile file,
            DemoAddresses addresses) {
        return new DemoSeeding(
                hubs,
                commands,
                keys,
                identifiers,
                mint,
                recoverable,
                people,
                apps,
                file,
                addresses);
    }

    @Bean
    DemoInvitation demoInvitation(DemoFile file, DemoAddresses addresses) {
        return new DemoInvitation(file, addresses);
    }

    @Bean
    ServiceKey sampleServiceKey(
            Commands commands, KeyDirectory keys, SecretMint mint, DataDirectory directory) {
        return new ServiceKey(commands, keys, mint, directory);
    }

    /** The jar of the sample APIs, beside this one unless it is said where. */
    @Bean
    SampleHubs sampleHubs(
            @Value("${keyledger.sample-hubs:}") String jar,
            @Value("${keyledger.sample-hubs-mode:remote}") String mode,
            GuestDatabases databases,
            ServiceKey key,
            DataPlane dataPlane,
            DataDirectory directory) {
        Path beside = new ApplicationHome(DemoConfiguration.class).getDir().toPath();
        Path chosen = jar.isEmpty() ? beside.resolve("sample-hubs.jar") : Path.of(jar);
        return new SampleHubs(chosen.toAbsolutePath(), mode, databases, key, dataPlane, directory);
    }

    /** Behind every endpoint of this process: a hub's own, such as OAuth's, come first. */
    @Bean
    SimpleUrlHandlerMapping sampleHubsMapping(SampleHubs samples, ConfiguredHubs hubs) {
        Map<String, RefusalAnswer> unavailable = new HashMap<>();
        for (HubProfile profile : hubs.profiles()) {
            if (!profile.hub().equals(HubId.KEYLEDGER)) {
                unavailable.put(
                        profile.basePath(),
                        CompiledProfile.compile(profile, 1, 0).refusals().of(Refusal.UNAVAILABLE));
            }
        }
        SampleHubsProxy proxy = new SampleHubsProxy(samples, unavailable);
        Map<String, HttpRequestHandler> handlers = new HashMap<>();
        unavailable.keySet().forEach(basePath -> handlers.put(basePath + "/**", proxy));
        return new SimpleUrlHandlerMapping(handlers, Ordered.LOWEST_PRECEDENCE - 10);
    }
}
