package io.keyledger.server.consents;

import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.GrantDirectory;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.verification.Confirmations;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The person's own page, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class ConsentsConfiguration {

    @Bean
    Consents consents(GrantDirectory grants, OAuthAppDirectory apps, AccountDirectory accounts) {
        return new Consents(grants, apps, accounts);
    }

    @Bean
    AccountPage accountPage(Consents consents) {
        return new AccountPage(consents);
    }

    @Bean
    ConsentWithdrawal consentWithdrawal(
            Consents consents,
            OAuthAppDirectory apps,
            Commands commands,
            Confirmations confirmations) {
        return new ConsentWithdrawal(consents, apps, commands, confirmations);
    }

    @Bean
    Withdrawal withdrawal(ConsentWithdrawal withdrawal) {
        return new Withdrawal(withdrawal);
    }
}
