package io.keyledger.server.oauth.token;

import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.command.minting.SuccessorMint;
import io.keyledger.query.oauth.GrantDirectory;
import io.keyledger.query.verification.Confirmations;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.digest.TokenDigests;
import io.keyledger.server.oauth.dpop.RequestProofs;
import io.keyledger.server.oauth.endpoint.AppEndpoints;
import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.keys.SigningKeys;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The token endpoint, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class TokenConfiguration {

    @Bean
    AccessTokens accessTokens(SigningKeys keys, TokenDigests digests, Clock clock) {
        return new AccessTokens(keys, digests, clock);
    }

    @Bean
    GrantCommands grantCommands(Commands commands, Confirmations confirmations) {
        return new GrantCommands(commands, confirmations);
    }

    @Bean
    Successions successions(SuccessorMint mint, AccessTokens accessTokens, GrantCommands commands) {
        return new Successions(mint, accessTokens, commands);
    }

    @Bean
    PresentedSecrets presentedSecrets(GrantDirectory grants, TokenDigests digests) {
        return new PresentedSecrets(grants, digests);
    }

    @Bean
    CodeGrant codeGrant(PresentedSecrets secrets, Successions successions) {
        return new CodeGrant(secrets, successions);
    }

    @Bean
    RefreshGrant refreshGrant(PresentedSecrets secrets, Successions successions) {
        return new RefreshGrant(secrets, successions);
    }

    @Bean
    ClientCredentialsGrant clientCredentialsGrant(
            IdentifierMint identifiers,
            SecretMint mint,
            AccessTokens accessTokens,
            GrantCommands commands) {
        return new ClientCredentialsGrant(identifiers, mint, accessTokens, commands);
    }

    @Bean
    HubEndpoint tokenEndpoint(
            CodeGrant codes,
            RefreshGrant refreshTokens,
            ClientCredentialsGrant clientCredentials,
            RequestProofs proofs,
            AppEndpoints endpoints,
            Clock clock) {
        Map<String, TokenGrant> grants =
                Map.of(
                        "authorization_code", codes,
                        "refresh_token", refreshTokens,
                        "client_credentials", clientCredentials);
        return endpoints.at("token", OAuthHub::tokenPath, new TokenCall(grants, proofs, clock));
    }
}
