package io.keyledger.benchmarks.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A plain Spring Authorization Server on its JDBC store, at its best: virtual threads, a pool that
 * never starves, an index for every look-up (its schema has none), and client secrets in plain
 * text, whose comparison costs nothing (as shipped it would be bcrypt at each request).
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SpringAuthorizationServer {

    private static final int POOL = 80;

    /** Arguments: port, number of grants, file for the seed, URL of the database. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(SpringAuthorizationServer.class)
                        .properties(Map.of("port", port, "url", arguments[3]))
                        .run();
        SpringGrants grants =
                new SpringGrants(
                        context.getBean(RegisteredClientRepository.class),
                        context.getBean(OAuth2AuthorizationService.class),
                        Integer.parseInt(arguments[1]));
        Seed.write(
                Path.of(arguments[2]),
                List.of(grants.seed("opaque", port), grants.seed("jwt", port)));
    }

    @Bean
    TomcatServletWebServerFactory webServer(Environment environment) {
        TomcatServletWebServerFactory tomcat =
                new TomcatServletWebServerFactory(
                        environment.getRequiredProperty("port", Integer.class));
        // Filters answer; but without any servlet none of them is asked.
        tomcat.setRegisterDefaultServlet(true);
        tomcat.addProtocolHandlerCustomizers(
                handler -> handler.setExecutor(Executors.newVirtualThreadPerTaskExecutor()));
        return tomcat;
    }

    @Bean
    DelegatingFilterProxyRegistrationBean securityFilter() {
        return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.oauth2AuthorizationServer(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(new JWKSet(SpringGrants.signingKey()));
    }

    @Bean
    @SuppressWarnings("deprecation") // what it is warned of is what makes it fast
    PasswordEncoder passwordEncoder() {
        return NoOpPasswordEncoder.getInstance();
    }

    @Bean
    HikariDataSource dataSource(Environment environment) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(environment.getRequiredProperty("url"));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(POOL);
        return pool;
    }

    @Bean
    JdbcOperations jdbc(DataSource dataSource) throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        String authorizations = "org/springframework/security/oauth2/server/authorization/";
        jdbc.execute(schema(authorizations + "oauth2-authorization-schema.sql"));
        jdbc.execute(schema(authorizations + "client/oauth2-registered-client-schema.sql"));
        jdbc.execute("create index on oauth2_authorization using hash (refresh_token_value)");
        return jdbc;
    }

    /** As it says itself that PostgreSQL needs it. */
    private static String schema(String resource) throws IOException {
        return new ClassPathResource(resource)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace(" blob ", " text ")
                .replace(" timestamp ", " timestamptz ");
    }

    @Bean
    RegisteredClientRepository clients(JdbcOperations jdbc) {
        return new JdbcRegisteredClientRepository(jdbc);
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationService(jdbc, clients);
    }
}
