package io.keyledger.server.system;

import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.ACCESS_TOKEN;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.EXPIRES_IN;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.REFRESH_TOKEN;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.SCOPE;
import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.TOKEN_TYPE;

import io.keyledger.server.system.OAuthSurface.App;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A Spring Boot app that gets tokens by Spring Security's client. It names its parts itself: around
 * it is the class path of the server's tests.
 */
record SpringApp(ConfigurableApplicationContext context) implements ThirdPartyApp {

    private static final String REGISTRATION = "hub";
    private static final String CLIENT = "--spring.security.oauth2.client.";

    static SpringApp start(OAuthSurface hub, App app) {
        String registration = CLIENT + "registration." + REGISTRATION;
        return new SpringApp(
                new SpringApplicationBuilder(Parts.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                "--spring.config.name=no-file",
                                "--spring.main.banner-mode=off",
                                "--server.address=127.0.0.1",
                                "--server.port=0",
                                CLIENT + "provider." + REGISTRATION + ".issuer-uri=" + hub.url(),
                                registration + ".client-id=" + app.id(),
                                registration + ".client-secret=" + app.secret(),
                                registration + ".scope=" + hub.guide().askedScope(),
                                registration + ".authorization-grant-type=authorization_code",
                                registration + ".redirect-uri={baseUrl}/callback"));
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }

    /** The beans. */
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        OAuth2ClientAutoConfiguration.class,
        OAuth2ClientWebSecurityAutoConfiguration.class
    })
    static class Parts {

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .oauth2Client(withDefaults())
                    .build();
        }

        @Bean
        RouterFunction<ServerResponse> routes(
                ClientRegistrationRepository registrations,
                OAuth2AuthorizedClientRepository clients) {
            OAuth2AuthorizedClientManager connecting =
                    manager(registrations, clients, Duration.ofMinutes(1));
            // To it every token is about to expire.
            OAuth2AuthorizedClientManager refreshing =
                    manager(registrations, clients, Duration.ofDays(1));
            return RouterFunctions.route()
                    .GET("/connect", _ -> tokens(connecting))
                    .GET("/refresh", _ -> tokens(refreshing))
                    .GET("/callback", SpringApp::refused)
                    .build();
        }
    }

    private static OAuth2AuthorizedClientManager manager(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository clients,
            Duration ahead) {
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder()
                        .authorizationCode()
                        .refreshToken(it -> it.clockSkew(ahead))
                        .build());
        return manager;
    }

    /** Sends those who are not connected to the hub, by the exception that its filter knows. */
    private static ServerResponse tokens(OAuth2AuthorizedClientManager manager) {
        OAuth2AuthorizedClient client =
                manager.authorize(
                        OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                                .principal("anybody")
                                .build());
        return ServerResponse.ok().body(answer(Objects.requireNonNull(client)));
    }

    private static ServerResponse refused(ServerRequest request) {
        return ServerResponse.status(403)
                .body(Map.of("failure", request.param("error").orElse("unknown")));
    }

    private static Map<String, Object> answer(OAuth2AuthorizedClient client) {
        OAuth2AccessToken token = client.getAccessToken();
        return Map.of(
                ACCESS_TOKEN, token.getTokenValue(),
                TOKEN_TYPE, token.getTokenType().getValue(),
                SCOPE, String.join(" ", token.getScopes()),
                EXPIRES_IN,
                        Duration.between(
                                        Objects.requireNonNull(token.getIssuedAt()),
                                        Objects.requireNonNull(token.getExpiresAt()))
                                .toSeconds(),
                REFRESH_TOKEN, Objects.requireNonNull(client.getRefreshToken()).getTokenValue());
    }
}
