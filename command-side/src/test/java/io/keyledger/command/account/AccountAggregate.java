package io.keyledger.command.account;

import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;

import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.CommandSide;
import io.keyledger.command.examples.ExampleHub;
import io.keyledger.command.examples.KnownAccounts;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.KnownWorkspaces;
import io.keyledger.command.examples.Rejected;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;

/** The account that the tests of this package do things to. */
final class AccountAggregate {

    static final AccountId ADA = new AccountId("acc_AdaAdaAdaAdaAdaAdaAd");
    static final AccountId BOB = new AccountId("acc_BobBobBobBobBobBobBo");
    static final HubId ELSEWHERE = new HubId("elsewhere");
    static final WorkspaceId FOREIGN = new WorkspaceId("ws_ForeignForeignForeig");
    static final String EMAIL = "ada@example.com";
    static final ExternalIdentity IDENTITY =
            new ExternalIdentity("https://id.example.com", "248289761001");
    static final AccountRegistered REGISTERED =
            new AccountRegistered(ADA, HUB, EMAIL, "Ada", IDENTITY);
    static final WorkspaceJoined JOINED =
            new WorkspaceJoined(ADA, WORKSPACE, null, MemberRole.MEMBER);
    static final AccountClosed CLOSED = new AccountClosed(ADA);

    final KnownHubs hubs =
            KnownHubs.of(PROFILE, ExampleHub.profile(ELSEWHERE, "els", "read:members"));
    final KnownAccounts accounts = new KnownAccounts();
    private final KnownWorkspaces workspaces =
            new KnownWorkspaces().with(WORKSPACE, HUB).with(FOREIGN, ELSEWHERE);
    private final FixtureConfiguration<Account> fixture =
            new AggregateTestFixture<>(Account.class)
                    .registerCommandTargetResolver(CommandSide.targets())
                    .registerInjectableResources(hubs, workspaces, accounts);

    Answer absentAnd(Object command) {
        return new Answer(fixture.givenNoPriorActivity().when(command));
    }

    Answer registeredAnd(Object command) {
        return after().asked(command);
    }

    /** The account as registered, and what happened to it since. */
    History after(Object... events) {
        accounts.with(ADA, HUB, EMAIL, IDENTITY);
        return command -> new Answer(fixture.given(REGISTERED).andGiven(events).when(command));
    }

    /** A past to which a command comes. */
    interface History {
        Answer asked(Object command);
    }

    /** What the account answers. */
    record Answer(ResultValidator<Account> result) {

        void isThat(Object... events) {
            result.expectSuccessfulHandlerExecution().expectEvents(events);
        }

        void isThatNothingChanged() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void isNo(RejectionReason reason) {
            result.expectException(Rejected.because(reason)).expectNoEvents();
        }

        void isNo(RejectionReason reason, String field, Object value) {
            result.expectException(Rejected.because(reason, field, value.toString()))
                    .expectNoEvents();
        }
    }
}
