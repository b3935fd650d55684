package io.keyledger.server.ledger;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.account.Accounts;
import io.keyledger.command.campaign.Campaigns;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.oauthapp.OAuthApps;
import io.keyledger.command.oauthapp.RegisteredApp;
import io.keyledger.command.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One hub, of which every workspace is a customer. */
@Configuration(proxyBeanMethods = false)
class KnownHub {

    @Bean
    HubProfiles hubProfiles() {
        return new HubProfiles() {
            @Override
            public Optional<HubProfile> current(HubId hub) {
                return Optional.of(ProfileExample.hubnity());
            }

            @Override
            public List<HubProfile> others(HubId hub) {
                return List.of();
            }

            @Override
            public boolean hasLiveKeys(HubId hub) {
                return false;
            }
        };
    }

    @Bean
    Campaigns campaigns() {
        return new Campaigns() {
            @Override
            public Optional<CampaignId> withExternalId(WorkspaceId workspace, String externalId) {
                return Optional.empty();
            }

            @Override
            public boolean canBind(WorkspaceId workspace, FilterBinding binding) {
                return true;
            }

            @Override
            public boolean isBound(FilterBinding binding) {
                return false;
            }
        };
    }

    @Bean
    Workspaces workspaces() {
        return new Workspaces() {
            @Override
            public Optional<HubId> hubOf(WorkspaceId workspace) {
                return Optional.of(EventExamples.HUB);
            }

            @Override
            public Optional<WorkspaceId> withExternalId(HubId hub, String externalId) {
                return Optional.empty();
            }
        };
    }

    @Bean
    Accounts accounts() {
        return new Accounts() {
            @Override
            public Optional<HubId> hubOf(AccountId account) {
                return Optional.of(EventExamples.HUB);
            }

            @Override
            public Optional<AccountId> withEmail(HubId hub, String email) {
                return Optional.empty();
            }

            @Override
            public Optional<AccountId> withIdentity(HubId hub, ExternalIdentity identity) {
                return Optional.empty();
            }

            @Override
            public boolean isMember(AccountId account, WorkspaceId workspace) {
                return true;
            }
        };
    }

    @Bean
    OAuthApps oauthApps() {
        return _ ->
                Optional.of(
                        new RegisteredApp(
                                EventExamples.HUB,
                                EventExamples.WORKSPACE,
                                ClientType.CONFIDENTIAL,
                                List.of("members:read", "teams:read"),
                                List.of("https://client.example.com/cb"),
                                false));
    }
}
