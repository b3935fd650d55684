package io.keyledger.server.wiring;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.account.Accounts;
import io.keyledger.command.oauthapp.OAuthApps;
import io.keyledger.command.oauthapp.RegisteredApp;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.oauth.OAuthAppStanding;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the command side asks about apps and people, answered from the enforcement tables. */
@Configuration(proxyBeanMethods = false)
class OAuthPorts {

    @Bean
    OAuthApps oauthApps(OAuthAppDirectory apps) {
        return new OAuthApps() {
            @Override
            public Optional<RegisteredApp> find(OAuthAppId app) {
                return apps.find(app).map(OAuthPorts::registered);
            }
        };
    }

    private static RegisteredApp registered(OAuthAppStanding app) {
        return new RegisteredApp(
                app.hub(),
                app.workspace(),
                app.type(),
                app.scopes(),
                app.redirectUris(),
                app.deleted());
    }

    @Bean
    Accounts accounts(AccountDirectory accounts) {
        return new Accounts() {
            @Override
            public Optional<HubId> hubOf(AccountId account) {
                return accounts.find(account).filter(it -> !it.closed()).map(AccountStanding::hub);
            }

            @Override
            public Optional<AccountId> withEmail(HubId hub, String email) {
                return accounts.withEmail(hub, email).map(AccountStanding::account);
            }

            @Override
            public Optional<AccountId> withIdentity(HubId hub, ExternalIdentity identity) {
                return accounts.withIdentity(hub, identity).map(AccountStanding::account);
            }

            @Override
            public boolean isMember(AccountId account, WorkspaceId workspace) {
                return accounts.role(account, workspace).isPresent();
            }
        };
    }
}
