package io.keyledger.server.bootstrap;

import io.keyledger.api.hub.HubCommand.PublishHubProfile;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.command.profile.InstalledProfile;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.correlation.CorrelationId;
import io.keyledger.server.hubs.ConfiguredHubs;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.startup.StartupRefused;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Publishes the profiles of this process whose file was changed since a start published it. A
 * profile that an admin has published meanwhile stands as long as nobody changes the file.
 */
@Component
@OnCommandNode
@Order(BootstrapOrder.PROFILES)
final class ProfilePublication implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(ProfilePublication.class);

    private final ConfiguredHubs hubs;
    private final InstalledProfiles published;
    private final HubDirectory directory;
    private final Commands commands;

    ProfilePublication(
            ConfiguredHubs hubs,
            InstalledProfiles published,
            HubDirectory directory,
            Commands commands) {
        this.hubs = hubs;
        this.published = published;
        this.directory = directory;
        this.commands = commands;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (InstalledProfile installed : hubs.installed()) {
            Optional<CompiledProfile> current = directory.published(installed.profile().hub());
            if (current.isPresent() && published.isPublished(installed)) {
                tellOfStanding(installed, current.get());
            } else {
                publish(installed);
            }
        }
    }

    private void publish(InstalledProfile installed) {
        HubId hub = installed.profile().hub();
        Origin origin =
                Origin.system("start", CorrelationId.fresh(), "the profile of this installation");
        try {
            CommandResult result =
                    commands.send(new PublishHubProfile(installed.profile()), origin);
            published.published(installed);
            log.info("hub {} has profile version {}", hub, result.version() + 1);
        } catch (CommandRejected rejected) {
            throw new StartupRefused(
                    "The profile of hub %s cannot be published: %s (%s: %s)"
                            .formatted(
                                    hub,
                                    rejected.reason().text(),
                                    rejected.field(),
                                    rejected.offendingValue()),
                    "Change the profile's file; docs/hub-profiles.md has the language.",
                    rejected);
        }
    }

    private static void tellOfStanding(InstalledProfile installed, CompiledProfile current) {
        if (current.source().equals(installed.profile())) {
            log.info("hub {} has profile version {}", current.hub(), current.version());
        } else {
            log.info(
                    "hub {} keeps profile version {}, published by an admin after its file was",
                    current.hub(),
                    current.version());
        }
    }
}
