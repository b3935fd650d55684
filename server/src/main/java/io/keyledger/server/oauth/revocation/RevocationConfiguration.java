package io.keyledger.server.oauth.revocation;

import io.keyledger.query.oauth.GrantDirectory;
import io.keyledger.query.verification.Confirmations;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.digest.TokenDigests;
import io.keyledger.server.oauth.endpoint.AppEndpoints;
import io.keyledger.server.oauth.hub.HubEndpoint;
import io.keyledger.server.oauth.hub.OAuthHub;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The revocation endpoint, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class RevocationConfiguration {

    @Bean
    HubEndpoint revocationEndpoint(
            GrantDirectory grants,
            TokenDigests digests,
            Commands commands,
            Confirmations confirmations,
            AppEndpoints endpoints) {
        return endpoints.at(
                "revoke",
                OAuthHub::revocationPath,
                new RevocationCall(new OwnTokens(grants, digests), commands, confirmations));
    }
}
