package io.keyledger.server.wiring;

import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.campaign.Campaigns;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.command.minting.SuccessorMint;
import io.keyledger.command.workspace.Workspaces;
import io.keyledger.query.verification.CampaignDirectory;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.query.verification.WorkspaceDirectory;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the command side asks for. Its questions are answered from the enforcement tables. */
@Configuration(proxyBeanMethods = false)
class CommandSidePorts {

    @Bean
    SecretMint secretMint(Peppers peppers) {
        return new SecretMint(new SecureRandom(), peppers);
    }

    @Bean
    SuccessorMint successorMint(Peppers peppers) {
        return new SuccessorMint(new SecureRandom(), peppers);
    }

    @Bean
    IdentifierMint identifierMint() {
        return new IdentifierMint(new SecureRandom());
    }

    @Bean
    HubProfiles hubProfiles(HubDirectory hubs) {
        return new HubProfiles() {
            @Override
            public Optional<HubProfile> current(HubId hub) {
                return hubs.current(hub);
            }

            @Override
            public List<HubProfile> others(HubId hub) {
                return hubs.othersHeldStill(hub);
            }

            @Override
            public boolean hasLiveKeys(HubId hub) {
                return hubs.hasLiveKeys(hub);
            }
        };
    }

    @Bean
    Campaigns campaigns(CampaignDirectory campaigns) {
        return new Campaigns() {
            @Override
            public Optional<CampaignId> withExternalId(WorkspaceId workspace, String externalId) {
                return campaigns.withExternalId(workspace, externalId);
            }

            @Override
            public boolean canBind(WorkspaceId workspace, FilterBinding binding) {
                return campaigns.canBind(workspace, binding);
            }

            @Override
            public boolean isBound(FilterBinding binding) {
                return campaigns.isBound(binding);
            }
        };
    }

    @Bean
    Workspaces workspaces(WorkspaceDirectory workspaces) {
        return new Workspaces() {
            @Override
            public Optional<HubId> hubOf(WorkspaceId workspace) {
                return workspaces.hubOf(workspace);
            }

            @Override
            public Optional<WorkspaceId> withExternalId(HubId hub, String externalId) {
                return workspaces.withExternalId(hub, externalId);
            }
        };
    }
}
