package io.keyledger.server.signin.provider;

import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.session.SignInSessions;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signing in with a provider, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
@EnableConfigurationProperties(ProviderProperties.class)
class ProviderConfiguration {

    @Bean
    Providers signInProviders(ProviderProperties properties) {
        return new Providers(ProviderRules.checked(properties.signIn()));
    }

    @Bean
    ProviderLink providerLink(Providers providers) {
        return new ProviderLink(providers);
    }

    @Bean
    ProviderSignIn providerSignIn(
            Providers providers, AccountDirectory accounts, MeterRegistry meters) {
        return new ProviderSignIn(providers, new IdentityCheck(), accounts, meters);
    }

    @Bean
    ProviderStart providerStart(ProviderSignIn provider) {
        return new ProviderStart(provider);
    }

    @Bean
    ProviderReturn providerReturn(ProviderSignIn provider, SignInSessions sessions) {
        return new ProviderReturn(provider, sessions);
    }
}
