package io.keyledger.server.wiring;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.command.workspace.Workspaces;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.query.verification.WorkspaceDirectory;
import java.security.SecureRandom;
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
            public Optional<HubId> ownerOfPrefix(String prefix) {
                return hubs.ownerOfPrefix(prefix);
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
