package io.keyledger.server.security;

import io.keyledger.server.hubs.ConfiguredHubs;
import io.keyledger.server.oauth.hub.PublicUrl;
import io.keyledger.verdict.profile.CompiledProfile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Who may reach what on the control plane. What is not opened here is closed. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The admin API: a key of the built-in hub, judged by its route table. */
    @Bean
    @Order(1)
    SecurityFilterChain adminChain(
            HttpSecurity http, AdminKeys keys, ConfiguredHubs hubs, PublicUrl publicUrl) {
        Refusals refusals = new Refusals(CompiledProfile.compile(hubs.builtIn(), 1, 0).refusals());
        return stateless(http, publicUrl)
                .securityMatcher("/admin/**", "/actuator/prometheus", "/actuator/metrics/**")
                .addFilterBefore(new BearerFilter(keys, refusals), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** What anybody may see: health, the API's description, and the surfaces of the hubs. */
    @Bean
    @Order(2)
    SecurityFilterChain publicChain(HttpSecurity http, PublicUrl publicUrl) {
        return stateless(http, publicUrl)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, PublicUrl publicUrl) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(new ResponseHeaders(publicUrl));
    }
}
