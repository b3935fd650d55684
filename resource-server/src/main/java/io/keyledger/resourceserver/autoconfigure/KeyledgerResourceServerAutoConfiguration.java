package io.keyledger.resourceserver.autoconfigure;

import io.keyledger.resourceserver.autoconfigure.ResourceServerProperties.Budgets;
import io.keyledger.resourceserver.judge.Judge;
import io.keyledger.resourceserver.remote.DataPlaneClient;
import io.keyledger.resourceserver.remote.KeySource;
import io.keyledger.resourceserver.remote.RemoteJudge;
import io.keyledger.resourceserver.remote.RemoteProfiles;
import io.keyledger.resourceserver.replica.ReplicatedJudge;
import io.keyledger.resourceserver.web.CredentialFilter;
import io.keyledger.resourceserver.web.HandlerScopes;
import io.keyledger.resourceserver.web.HubWords;
import io.keyledger.resourceserver.web.Protection;
import io.keyledger.resourceserver.web.Surface;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Protects a servlet application with Keyledger. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "keyledger.resource-server.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ResourceServerProperties.class)
public final class KeyledgerResourceServerAutoConfiguration {

    /** Behind the filters that tell the client's address and encoding, before all others. */
    private static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    DataPlaneClient keyledgerDataPlane(ResourceServerProperties properties) {
        return new DataPlaneClient(
                DataPlaneClient.connections(properties.connectTimeout()),
                Objects.requireNonNull(properties.url()),
                key(properties),
                properties.requestTimeout());
    }

    private static Supplier<String> key(ResourceServerProperties properties) {
        String key = properties.key();
        return key == null
                ? KeySource.inFile(Objects.requireNonNull(properties.keyFile()))
                : () -> key;
    }

    @Bean
    RemoteProfiles keyledgerProfiles(DataPlaneClient client) {
        return new RemoteProfiles(client);
    }

    @Bean
    ProfileRefresh keyledgerProfileRefresh(
            RemoteProfiles profiles, ResourceServerProperties properties) {
        return new ProfileRefresh(
                profiles,
                properties.surfaces().stream().map(Surface::hub).distinct().toList(),
                properties.profileRefresh());
    }

    /** The feed has a connection of its own, which stays with one node. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    @ConditionalOnMissingBean(Judge.class)
    @ConditionalOnProperty(name = "keyledger.resource-server.mode", havingValue = "replicated")
    ReplicatedJudge keyledgerReplica(
            DataPlaneClient client, RemoteProfiles profiles, ResourceServerProperties properties) {
        DataPlaneClient feed =
                new DataPlaneClient(
                        DataPlaneClient.connections(properties.connectTimeout()),
                        Objects.requireNonNull(properties.url()),
                        key(properties),
                        properties.requestTimeout());
        return new ReplicatedJudge(
                feed,
                client,
                profiles,
                properties.budgets() == Budgets.LOCAL,
                properties.residentCredentials(),
                Clock.systemUTC());
    }

    @Bean
    @ConditionalOnMissingBean(Judge.class)
    Judge keyledgerJudge(DataPlaneClient client, RemoteProfiles profiles) {
        return new RemoteJudge(client, profiles);
    }

    @Bean
    Protection keyledgerProtection(ResourceServerProperties properties) {
        return Protection.of(
                properties.surfaces(), properties.openPaths(), properties.routeTable());
    }

    @Bean
    HubWords keyledgerWords(RemoteProfiles profiles) {
        return new HubWords(profiles, Clock.systemUTC());
    }

    @Bean
    HandlerScopes keyledgerHandlerScopes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new HandlerScopes(() ->
                mappings.stream()
                        .filter(it -> it.getClass() == RequestMappingHandlerMapping.class)
                        .findFirst()
                        .orElseThrow());
    }

    @Bean
    FilterRegistrationBean<CredentialFilter> keyledgerCredentialFilter(
            Protection protection, Judge judge, HandlerScopes scopes, HubWords words) {
        FilterRegistrationBean<CredentialFilter> registration =
                new FilterRegistrationBean<>(
                        new CredentialFilter(protection, judge, scopes, words));
        registration.setOrder(FILTER_ORDER);
        return registration;
    }

    @Bean
    HubMvc keyledgerMvc(Protection protection, HandlerScopes scopes, HubWords words) {
        return new HubMvc(protection, scopes, words);
    }

    @Bean
    AnnotationCheck keyledgerAnnotationCheck(
            Protection protection, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new AnnotationCheck(protection, mappings);
    }
}
