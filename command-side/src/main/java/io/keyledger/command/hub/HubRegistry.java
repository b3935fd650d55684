package io.keyledger.command.hub;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.api.hub.HubCommand.PublishHubProfile;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.policy.ExpectedVersion;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The published profiles of one hub. */
public final class HubRegistry {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private HubId hub;

    private int version;
    private @Nullable HubProfile current;

    /** For Axon: the first event fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    HubRegistry() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(
            PublishHubProfile command,
            HubProfiles hubs,
            @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected) {
        HubProfile profile = command.profile();
        PublicationRules.check(Optional.ofNullable(current), profile, hubs);
        ExpectedVersion.check(profile.hub(), expected, version - 1L);
        if (!profile.equals(current)) {
            apply(new HubProfilePublished(profile.hub(), version + 1, profile));
        }
    }

    @EventSourcingHandler
    void on(HubProfilePublished event) {
        hub = event.hub();
        version = event.version();
        current = event.profile();
    }
}
