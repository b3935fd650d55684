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
    ProviderStart providerStart(Providers providers) {
        return new ProviderStart(providers);
    }

    @Bean
    ProviderReturn providerReturn(
            Providers providers,
            AccountDirectory accounts,
            SignInSessions sessions,
            MeterRegistry meters) {
        return new ProviderReturn(new IdentityCheck(providers), accounts, sessions, meters);
    }
}
