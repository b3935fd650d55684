package io.keyledger.command.hub;

import static io.keyledger.api.rejection.RejectionReason.HUB_BASE_PATH_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.HUB_HOST_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.HUB_PREFIX_IN_USE;
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
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
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
    void aProfileThatWasChangedMeanwhileIsNotOverwritten() {
        fixture.given(
                        new HubProfilePublished(HUB, 1, PROFILE),
                        new HubProfilePublished(HUB, 2, NARROWER))
                .when(new PublishHubProfile(PROFILE), Map.of(CommandSide.EXPECTED_VERSION, 0L))
                .expectException(ConflictingAggregateVersionException.class)
                .expectNoEvents();
    }

    @Test
    void theProfileThatTheCallerHasSeenIsReplaced() {
        fixture.given(
                        new HubProfilePublished(HUB, 1, PROFILE),
                        new HubProfilePublished(HUB, 2, NARROWER))
                .when(new PublishHubProfile(PROFILE), Map.of(CommandSide.EXPECTED_VERSION, 1L))
                .expectEvents(new HubProfilePublished(HUB, 3, PROFILE));
    }

    @Test
    void aHubThatTheCallerHasSeenAndIsNotThereIsNotMade() {
        fixture.givenNoPriorActivity()
                .when(new PublishHubProfile(PROFILE), Map.of(CommandSide.EXPECTED_VERSION, 0L))
                .expectException(ConflictingAggregateVersionException.class)
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

    @Test
    void aHubCannotStandAtAnothersBasePath() {
        hubs.publish(ExampleHub.profile(new HubId("elder"), "eld", "read:members"));
        HubProfile squatter = with(PROFILE, "/elder", List.of());
        fixture.givenNoPriorActivity()
                .when(new PublishHubProfile(squatter))
                .expectException(Rejected.because(HUB_BASE_PATH_TAKEN, "base-path", "/elder"))
                .expectNoEvents();
    }

    @Test
    void aHubCannotTakeAnothersHost() {
        HubProfile elder = ExampleHub.profile(new HubId("elder"), "eld", "read:members");
        hubs.publish(with(elder, "/elder", List.of("api.elder.example")));
        HubProfile squatter =
                with(PROFILE, "/example", List.of("api.example", "api.elder.example"));
        fixture.givenNoPriorActivity()
                .when(new PublishHubProfile(squatter))
                .expectException(Rejected.because(HUB_HOST_TAKEN, "hosts", "api.elder.example"))
                .expectNoEvents();
    }

    @Test
    void thePrefixCanChangeWhileNobodyHoldsAKey() {
        HubProfile renamed = ExampleHub.profile(HUB, "new", "read:members");
        hubs.publish(PROFILE);
        fixture.given(new HubProfilePublished(HUB, 1, PROFILE))
                .when(new PublishHubProfile(renamed))
                .expectEvents(new HubProfilePublished(HUB, 2, renamed));
    }

    @Test
    void thePrefixCannotChangeWhileSomebodyHoldsAKey() {
        hubs.publish(PROFILE);
        hubs.use(HUB);
        fixture.given(new HubProfilePublished(HUB, 1, PROFILE))
                .when(new PublishHubProfile(ExampleHub.profile(HUB, "new", "read:members")))
                .expectException(Rejected.because(HUB_PREFIX_IN_USE, "keys.prefix", "new"))
                .expectNoEvents();
    }

    @Test
    void everythingElseCanChangeWhileSomebodyHoldsAKey() {
        hubs.publish(PROFILE);
        hubs.use(HUB);
        fixture.given(new HubProfilePublished(HUB, 1, PROFILE))
                .when(new PublishHubProfile(NARROWER))
                .expectEvents(new HubProfilePublished(HUB, 2, NARROWER));
    }

    private static HubProfile with(HubProfile profile, String basePath, List<String> hosts) {
        return new HubProfile(
                profile.hub(),
                profile.title(),
                basePath,
                hosts,
                profile.keys(),
                profile.scopes(),
                profile.plans(),
                profile.access(),
                profile.limits(),
                profile.routes(),
                profile.errors(),
                profile.oauth(),
                profile.collections());
    }
}
