package io.keyledger.command.hub;

import static io.keyledger.api.rejection.RejectionReason.HUB_PREFIX_TAKEN;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PREFIX;
import static io.keyledger.command.examples.ExampleHub.PROFILE;

import io.keyledger.api.hub.HubCommand.PublishHubProfile;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.CommandSide;
import io.keyledger.command.examples.ExampleHub;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.Rejected;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class HubRegistryTest {

    private static final HubProfile SAME_AGAIN =
            ExampleHub.profile(HUB, PREFIX, "read:members", "write:members", "read:projects");
    private static final HubProfile NARROWER = ExampleHub.profile(HUB, PREFIX, "read:members");

    private final KnownHubs hubs = new KnownHubs();
    private final FixtureConfiguration<HubRegistry> fixture =
            new AggregateTestFixture<>(HubRegistry.class)
                    .registerCommandTargetResolver(CommandSide.targets())
                    .registerInjectableResource(hubs);

    @Test
    void theFirstProfileIsVersionOne() {
        fixture.givenNoPriorActivity()
                .when(new PublishHubProfile(PROFILE))
                .expectEvents(new HubProfilePublished(HUB, 1, PROFILE));
    }

    @Test
    void aChangedProfileIsTheNextVersion() {
        hubs.publish(PROFILE);
        fixture.given(new HubProfilePublished(HUB, 1, PROFILE))
                .when(new PublishHubProfile(NARROWER))
                .expectEvents(new HubProfilePublished(HUB, 2, NARROWER));
    }

    @Test
    void anEarlierProfileCanBePublishedAgain() {
        fixture.given(
                        new HubProfilePublished(HUB, 1, PROFILE),
                        new HubProfilePublished(HUB, 2, NARROWER))
                .when(new PublishHubProfile(PROFILE))
                .expectEvents(new HubProfilePublished(HUB, 3, PROFILE));
    }

    @Test
    void equalContentIsNotPublishedAgain() {
        fixture.given(new HubProfilePublished(HUB, 1, PROFILE))
                .when(new PublishHubProfile(SAME_AGAIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aPrefixOfAnotherHubIsRefused() {
        hubs.publish(ExampleHub.profile(new HubId("elder"), PREFIX, "read:members"));
        fixture.givenNoPriorActivity()
                .when(new PublishHubProfile(PROFILE))
                .expectException(Rejected.because(HUB_PREFIX_TAKEN, "keys.prefix", PREFIX))
                .expectNoEvents();
    }

    @Test
    void aHubCannotTakeAnothersPrefixLater() {
        hubs.publish(PROFILE);
        hubs.publish(ExampleHub.profile(new HubId("elder"), "eld", "read:members"));
        fixture.given(new HubProfilePublished(HUB, 1, PROFILE))
                .when(new PublishHubProfile(ExampleHub.profile(HUB, "eld", "read:members")))
                .expectException(Rejected.because(HUB_PREFIX_TAKEN, "keys.prefix", "eld"))
                .expectNoEvents();
    }
}
