package io.keyledger.server.bootstrap;

import io.keyledger.api.hub.HubCommand.PublishHubProfile;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.ledger.Origin;
import io.keyledger.server.correlation.CorrelationId;
import io.keyledger.server.hubs.ConfiguredHubs;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Publishes the hub profiles of this process. What is published already changes nothing. */
@Component
@OnCommandNode
@Order(BootstrapOrder.PROFILES)
final class ProfilePublication implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(ProfilePublication.class);

    private final ConfiguredHubs hubs;
    private final Commands commands;

    ProfilePublication(ConfiguredHubs hubs, Commands commands) {
        this.hubs = hubs;
        this.commands = commands;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Origin origin =
                Origin.system("start", CorrelationId.fresh(), "the profile of this installation");
        for (HubProfile profile : hubs.profiles()) {
            CommandResult result = commands.send(new PublishHubProfile(profile), origin);
            log.info("hub {} has profile version {}", profile.hub(), result.version() + 1);
        }
    }
}
