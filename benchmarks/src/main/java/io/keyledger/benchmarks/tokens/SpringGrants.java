package io.keyledger.benchmarks.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Registers apps with a Spring Authorization Server, and lets a person approve them many times. */
final class SpringGrants {

    private static final int KEY_BITS = 2048;
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final RegisteredClientRepository clients;
    private final OAuth2AuthorizationService authorizations;
    private final int grants;

    SpringGrants(
            RegisteredClientRepository clients,
            OAuth2AuthorizationService authorizations,
            int grants) {
        this.clients = clients;
        this.authorizations = authorizations;
        this.grants = grants;
    }

    static RSAKey signingKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What can be had in this format. */
    Seed seed(String format, int port) {
        RegisteredClient client = client(format);
        clients.save(client);
        List<String> refreshTokens = new ArrayList<>();
        for (int i = 0; i < grants; i++) {
            refreshTokens.add(granted(client));
        }
        String credentials = "client_id=%1$s&client_secret=secret-%1$s".formatted(format);
        return new Seed(format, port, "/oauth2/token", credentials, refreshTokens);
    }

    private static RegisteredClient client(String format) {
        return RegisteredClient.withId(format)
                .clientId(format)
                .clientSecret("secret-" + format)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://client.example/callback")
                .scope("read:members")
                .tokenSettings(
                        TokenSettings.builder()
                                .accessTokenTimeToLive(Duration.ofHours(1))
                                .refreshTokenTimeToLive(A_MONTH)
                                .reuseRefreshTokens(false)
                                .accessTokenFormat(
                                        format.equals("jwt")
                                                ? OAuth2TokenFormat.SELF_CONTAINED
                                                : OAuth2TokenFormat.REFERENCE)
                                .build())
                .build();
    }

    private String granted(RegisteredClient client) {
        Instant now = Instant.now();
        String refreshToken = UUID.randomUUID().toString() + UUID.randomUUID();
        Set<String> scopes = Set.of("read:members");
        authorizations.save(
                OAuth2Authorization.withRegisteredClient(client)
                        .principalName("ada")
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizedScopes(scopes)
                        .attribute(
                                Principal.class.getName(),
                                UsernamePasswordAuthenticationToken.authenticated(
                                        "ada", null, List.of()))
                        .accessToken(
                                new OAuth2AccessToken(
                                        OAuth2AccessToken.TokenType.BEARER,
                                        UUID.randomUUID().toString(),
                                        now,
                                        now.plusSeconds(3600),
                                        scopes))
                        .refreshToken(new OAuth2RefreshToken(refreshToken, now, now.plus(A_MONTH)))
                        .build());
        return refreshToken;
    }
}
