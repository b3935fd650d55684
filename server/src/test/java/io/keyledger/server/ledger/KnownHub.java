package io.keyledger.server.ledger;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.workspace.Workspaces;
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
            public Optional<HubId> ownerOfPrefix(String prefix) {
                return Optional.empty();
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
}
