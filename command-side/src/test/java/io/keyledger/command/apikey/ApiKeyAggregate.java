package io.keyledger.command.apikey;

import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;
import static io.keyledger.command.examples.ExampleKey.KEY;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.examples.ExampleKey.secret;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.CommandSide;
import io.keyledger.command.examples.KnownCampaigns;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.KnownWorkspaces;
import io.keyledger.command.examples.Rejected;
import io.keyledger.command.examples.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;

/** The key that the tests of this package do things to. */
final class ApiKeyAggregate {

    static final ApiKeyIssued ISSUED =
            new ApiKeyIssued(
                    KEY,
                    WORKSPACE,
                    HUB,
                    "Importer",
                    List.of("read:members", "write:members"),
                    null,
                    List.of("203.0.113.0/24"),
                    Map.of("team", "red"),
                    secret(1));
    static final ApiKeyRevoked REVOKED = new ApiKeyRevoked(KEY);

    /** It expired an hour ago. */
    static final ApiKeyExpirySet EXPIRED =
            new ApiKeyExpirySet(KEY, null, NOW.minus(Duration.ofHours(1)));

    final KnownHubs hubs = KnownHubs.of(PROFILE);
    final KnownWorkspaces workspaces = new KnownWorkspaces().with(WORKSPACE, HUB);
    final KnownCampaigns campaigns = new KnownCampaigns();
    final SettableClock clock = new SettableClock(NOW);
    private final FixtureConfiguration<ApiKey> fixture =
            new AggregateTestFixture<>(ApiKey.class)
                    .registerCommandTargetResolver(CommandSide.targets())
                    .registerInjectableResources(hubs, workspaces, campaigns, clock);

    static ApiKeyRotated rotated(int generation, Instant previousValidUntil) {
        return rotated(generation, generation - 1, previousValidUntil);
    }

    static ApiKeyRotated rotated(int generation, int previous, Instant previousValidUntil) {
        return new ApiKeyRotated(KEY, generation, secret(generation), previous, previousValidUntil);
    }

    Answer absentAnd(Object command) {
        return new Answer(fixture.givenNoPriorActivity().when(command));
    }

    Answer issuedAnd(Object command) {
        return after().asked(command);
    }

    /** The key as issued, and what happened to it since. */
    History after(Object... events) {
        return command -> new Answer(fixture.given(ISSUED).andGiven(events).when(command));
    }

    /** A past to which a command comes. */
    interface History {
        Answer asked(Object command);
    }

    /** What the key answers. */
    record Answer(ResultValidator<ApiKey> result) {

        void isThat(Object... events) {
            result.expectSuccessfulHandlerExecution().expectEvents(events);
        }

        void isThatNothingChanged() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void isNo(RejectionReason reason) {
            result.expectException(Rejected.because(reason)).expectNoEvents();
        }

        void isNo(RejectionReason reason, String field, String value) {
            result.expectException(Rejected.because(reason, field, value)).expectNoEvents();
        }

        void isNo(RejectionReason reason, String field) {
            result.expectException(Rejected.because(reason, field, null)).expectNoEvents();
        }
    }
}
