package io.keyledger.server.system;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A real OpenID Connect provider: a plain Spring Authorization Server with two people. */
final class OpenIdProvider implements AutoCloseable {

    static final String CLIENT = "keyledger";
    static final String SECRET = "what-the-provider-knows-keyledger-by";
    static final String PASSWORD = "provider-password";

    private final ServletWebServerApplicationContext context;

    private OpenIdProvider(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    static OpenIdProvider start() {
        SpringApplication application = new SpringApplication(Wiring.class);
        return new OpenIdProvider(
                (ServletWebServerApplicationContext)
                        application.run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.main.banner-mode=off",
                                "--spring.config.location=optional:classpath:/none/",
                                "--logging.level.root=warn"));
    }

    String issuer() {
        return "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Lets Keyledger ask who somebody is, and be answered at these addresses. */
    void register(String... redirectUris) {
        context.getBean(InMemoryRegisteredClientRepository.class)
                .save(
                        client().redirectUris(all -> all.addAll(List.of(redirectUris)))
                                .clientAuthenticationMethod(
                                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                                .build());
    }

    private static RegisteredClient.Builder client() {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope("openid");
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Wiring {

        @Bean
        @Order(1)
        SecurityFilterChain provider(HttpSecurity http) {
            return http.oauth2AuthorizationServer(
                            server -> {
                                http.securityMatcher(server.getEndpointsMatcher());
                                server.oidc(Customizer.withDefaults());
                            })
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(handling ->
                            handling.authenticationEntryPoint(
                                    new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("ada").password("{noop}" + PASSWORD).build(),
                    User.withUsername("eve@example.com").password("{noop}" + PASSWORD).build());
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    client().redirectUri("https://nowhere.example/")
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws GeneralSecurityException {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            RSAKey key =
                    new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                            .privateKey(pair.getPrivate())
                            .keyID(UUID.randomUUID().toString())
                            .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        /** The issuer is whatever it is reached by: it is reached by one address. */
        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
