package io.keyledger.server.authorize;

import io.keyledger.api.token.Peppers;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.server.hubs.Hubs;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.par.PushedRequests;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The authorization endpoint, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class AuthorizeConfiguration {

    @Bean
    AuthorizationReader authorizationReader(
            OAuthAppDirectory apps, PushedRequests pushed, Peppers peppers, Clock clock) {
        return new AuthorizationReader(
                new KnownApps(apps),
                new PushedParameters(pushed, new TakenRequests(peppers, clock)));
    }

    @Bean
    AuthorizationDestinations authorizationDestinations(AuthorizationReader reader) {
        return new AuthorizationDestinations(reader);
    }

    @Bean
    PushedRequestCheck pushedRequestCheck() {
        return new PushedRequestCheck();
    }

    @Bean
    AuthorizePage authorizePage(
            AuthorizationReader reader,
            AccountDirectory accounts,
            Hubs hubs,
            Commands commands,
            IdentifierMint identifiers,
            SecretMint mint) {
        return new AuthorizePage(
                reader,
                new WorkspaceOffer(accounts, hubs),
                new ConsentPages(),
                new Approval(commands, identifiers, mint));
    }
}
