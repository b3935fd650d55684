package io.keyledger.command.grant;

import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.REGISTERED;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.WITH_OAUTH;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.grant.ExampleGrant.APPROVED;
import static io.keyledger.command.grant.ExampleGrant.PERSON;

import io.keyledger.api.grant.Redemption;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.CommandSide;
import io.keyledger.command.examples.KnownAccounts;
import io.keyledger.command.examples.KnownApps;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.KnownWorkspaces;
import io.keyledger.command.examples.Rejected;
import io.keyledger.command.examples.SettableClock;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;

/** Asks a grant with a given past, and looks at what it answers. */
final class GrantAggregate {

    final KnownHubs hubs = KnownHubs.of(WITH_OAUTH);
    final KnownWorkspaces workspaces = new KnownWorkspaces().with(WORKSPACE, HUB);
    final KnownApps apps = new KnownApps().with(APP, REGISTERED);
    final KnownAccounts accounts = new KnownAccounts().join(PERSON, WORKSPACE);
    final SettableClock clock = new SettableClock(NOW);
    private final FixtureConfiguration<Grant> fixture =
            new AggregateTestFixture<>(Grant.class)
                    .registerCommandTargetResolver(CommandSide.targets())
                    .registerInjectableResources(hubs, workspaces, apps, accounts, clock);

    Answer absentAnd(Object command) {
        return new Answer(fixture.givenNoPriorActivity().when(command));
    }

    Answer approvedAnd(Object command) {
        return after(APPROVED).asked(command);
    }

    History after(Object... events) {
        return command -> new Answer(fixture.given(events).when(command));
    }

    /** A past to which a command comes. */
    interface History {
        Answer asked(Object command);
    }

    /** What the grant answers. */
    record Answer(ResultValidator<Grant> result) {

        Answer isThat(Object... events) {
            result.expectSuccessfulHandlerExecution().expectEvents(events);
            return this;
        }

        Answer isThatNothingChanged() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
            return this;
        }

        void with(Redemption redemption) {
            result.expectResultMessagePayload(redemption);
        }

        void isNo(RejectionReason reason) {
            result.expectException(Rejected.because(reason)).expectNoEvents();
        }

        void isNo(RejectionReason reason, String field, @Nullable String value) {
            result.expectException(Rejected.because(reason, field, value)).expectNoEvents();
        }
    }
}
