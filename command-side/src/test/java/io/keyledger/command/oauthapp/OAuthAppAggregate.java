package io.keyledger.command.oauthapp;

import static io.keyledger.api.oauthapp.ClientType.CONFIDENTIAL;
import static io.keyledger.api.oauthapp.ClientType.PUBLIC;
import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.CALLBACK;
import static io.keyledger.command.examples.ExampleApp.SCOPES;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.WITH_OAUTH;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.examples.ExampleKey.secret;

import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.CommandSide;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.KnownWorkspaces;
import io.keyledger.command.examples.Rejected;
import io.keyledger.command.examples.SettableClock;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;

/** The app that the tests of this package do things to. */
final class OAuthAppAggregate {

    static final OAuthAppRegistered REGISTERED =
            new OAuthAppRegistered(
                    APP,
                    WORKSPACE,
                    HUB,
                    "Sync",
                    List.of(CALLBACK),
                    null,
                    SCOPES,
                    CONFIDENTIAL,
                    secret(1));

    /** The same, on its user's device. */
    static final OAuthAppRegistered WITHOUT_SECRET =
            new OAuthAppRegistered(
                    APP, WORKSPACE, HUB, "Sync", List.of(CALLBACK), null, SCOPES, PUBLIC, null);

    static final OAuthAppDeleted DELETED = new OAuthAppDeleted(APP);

    final KnownHubs hubs = KnownHubs.of(WITH_OAUTH);
    final SettableClock clock = new SettableClock(NOW);
    private final KnownWorkspaces workspaces = new KnownWorkspaces().with(WORKSPACE, HUB);
    private final FixtureConfiguration<OAuthApp> fixture =
            new AggregateTestFixture<>(OAuthApp.class)
                    .registerCommandTargetResolver(CommandSide.targets())
                    .registerInjectableResources(hubs, workspaces, clock);

    static OAuthAppSecretRotated rotated(int generation, Instant previousValidUntil) {
        return new OAuthAppSecretRotated(APP, generation, secret(generation), previousValidUntil);
    }

    Answer absentAnd(Object command) {
        return new Answer(fixture.givenNoPriorActivity().when(command));
    }

    Answer registeredAnd(Object command) {
        return after().asked(command);
    }

    Answer publicAnd(Object command) {
        return new Answer(fixture.given(WITHOUT_SECRET).when(command));
    }

    /** The confidential app as registered, and what happened to it since. */
    History after(Object... events) {
        return command -> new Answer(fixture.given(REGISTERED).andGiven(events).when(command));
    }

    /** A past to which a command comes. */
    interface History {
        Answer asked(Object command);
    }

    /** What the app answers. */
    record Answer(ResultValidator<OAuthApp> result) {

        void isThat(Object... events) {
            result.expectSuccessfulHandlerExecution().expectEvents(events);
        }

        void isThatNothingChanged() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void isNo(RejectionReason reason) {
            result.expectException(Rejected.because(reason)).expectNoEvents();
        }

        void isNo(RejectionReason reason, String field, @Nullable String value) {
            result.expectException(Rejected.because(reason, field, value)).expectNoEvents();
        }
    }
}
