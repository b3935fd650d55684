package io.keyledger.command.workspace;

import static io.keyledger.api.rejection.RejectionReason.EXTERNAL_ID_INVALID;
import static io.keyledger.api.rejection.RejectionReason.EXTERNAL_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.NAME_INVALID;
import static io.keyledger.api.rejection.RejectionReason.PLAN_UNKNOWN;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_ID_TAKEN;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceCommand.ChangeWorkspacePlan;
import io.keyledger.api.workspace.WorkspaceCommand.RegisterWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.RenameWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.ResumeWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.SuspendWorkspace;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.CommandSide;
import io.keyledger.command.examples.ExampleHub;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.KnownWorkspaces;
import io.keyledger.command.examples.Rejected;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

    private static final WorkspaceId ACME = new WorkspaceId("ws_AcmeAcmeAcmeAcmeAcme");
    private static final WorkspaceId OTHER = new WorkspaceId("ws_0therOtherOtherOther");
    private static final HubId ELSEWHERE = new HubId("elsewhere");

    private static final RegisterWorkspace REGISTER =
            new RegisterWorkspace(ACME, HUB, "Acme", "team", "crm-1");
    private static final WorkspaceRegistered REGISTERED =
            new WorkspaceRegistered(ACME, HUB, "Acme", "team", "crm-1");
    private static final WorkspaceSuspended SUSPENDED = new WorkspaceSuspended(ACME);

    private final KnownHubs hubs =
            KnownHubs.of(PROFILE, ExampleHub.profile(ELSEWHERE, "els", "read:members"));
    private final KnownWorkspaces workspaces = new KnownWorkspaces();
    private final FixtureConfiguration<Workspace> fixture =
            new AggregateTestFixture<>(Workspace.class)
                    .registerCommandTargetResolver(CommandSide.targets())
                    .registerInjectableResources(hubs, workspaces);

    private ResultValidator<Workspace> registering(RegisterWorkspace command) {
        return fixture.givenNoPriorActivity().when(command);
    }

    private ResultValidator<Workspace> having(Object command, Object... earlier) {
        return fixture.given(REGISTERED).andGiven(earlier).when(command);
    }

    private static void assertRefused(
            ResultValidator<Workspace> result, RejectionReason reason, String field, String value) {
        result.expectException(Rejected.because(reason, field, value)).expectNoEvents();
    }

    private static void assertNothingChanged(ResultValidator<Workspace> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Nested
    class Registering {

        @Test
        void takesAWorkspaceIntoTheLedger() {
            registering(REGISTER).expectEvents(REGISTERED);
        }

        @Test
        void needsNoExternalId() {
            registering(new RegisterWorkspace(ACME, HUB, "Acme", "team", null))
                    .expectEvents(new WorkspaceRegistered(ACME, HUB, "Acme", "team", null));
        }

        @Test
        void againWithEqualValuesChangesNothing() {
            workspaces.with(ACME, HUB, "crm-1");
            assertNothingChanged(having(REGISTER));
        }

        @Test
        void isARetryStillWhenTheWorkspaceHasChangedSince() {
            assertNothingChanged(
                    having(
                            REGISTER,
                            new WorkspaceRenamed(ACME, "Acme", "Ace"),
                            new WorkspacePlanChanged(ACME, "team", "free")));
        }

        @Test
        void againWithOtherValuesIsRefused() {
            assertRefused(
                    having(new RegisterWorkspace(ACME, HUB, "Ace", "team", "crm-1")),
                    WORKSPACE_ID_TAKEN,
                    "id",
                    ACME.value());
        }

        @Test
        void underAnExternalIdThatIsTakenInTheHubIsRefused() {
            workspaces.with(OTHER, HUB, "crm-1");
            assertRefused(registering(REGISTER), EXTERNAL_ID_TAKEN, "externalId", "crm-1");
        }

        @Test
        void underAnExternalIdOfAnotherHubsWorkspaceIsAllowed() {
            workspaces.with(OTHER, ELSEWHERE, "crm-1");
            registering(REGISTER).expectEvents(REGISTERED);
        }

        @Test
        void inAnUnknownHubIsRefused() {
            assertRefused(
                    registering(
                            new RegisterWorkspace(
                                    ACME, new HubId("nowhere"), "Acme", "team", null)),
                    HUB_UNKNOWN,
                    "hub",
                    "nowhere");
        }

        @Test
        void onAnUnknownPlanIsRefused() {
            assertRefused(
                    registering(new RegisterWorkspace(ACME, HUB, "Acme", "gold", null)),
                    PLAN_UNKNOWN,
                    "plan",
                    "gold");
        }

        @Test
        void withoutANameIsRefused() {
            assertRefused(
                    registering(new RegisterWorkspace(ACME, HUB, "", "team", null)),
                    NAME_INVALID,
                    "name",
                    "");
        }

        @Test
        void anExternalIdThatIsNoLineOfTextIsRefusedAndNotLookedUp() {
            assertRefused(
                    registering(new RegisterWorkspace(ACME, HUB, "Acme", "team", "crm\0")),
                    EXTERNAL_ID_INVALID,
                    "externalId",
                    "crm\uFFFD");
        }
    }

    @Nested
    class Renaming {

        @Test
        void givesTheNewName() {
            having(new RenameWorkspace(ACME, "Ace"))
                    .expectEvents(new WorkspaceRenamed(ACME, "Acme", "Ace"));
        }

        @Test
        void toTheSameNameChangesNothing() {
            assertNothingChanged(having(new RenameWorkspace(ACME, "Acme")));
        }

        @Test
        void toANameThatHidesSomethingIsRefused() {
            assertRefused(
                    having(new RenameWorkspace(ACME, "Acme\u202Eemca")),
                    NAME_INVALID,
                    "name",
                    "Acme\uFFFDemca");
        }
    }

    @Nested
    class ChangingThePlan {

        @Test
        void putsTheWorkspaceOnAPlanOfItsHub() {
            having(new ChangeWorkspacePlan(ACME, "free"))
                    .expectEvents(new WorkspacePlanChanged(ACME, "team", "free"));
        }

        @Test
        void toTheSamePlanChangesNothing() {
            assertNothingChanged(having(new ChangeWorkspacePlan(ACME, "team")));
        }

        @Test
        void toAnUnknownPlanIsRefused() {
            assertRefused(
                    having(new ChangeWorkspacePlan(ACME, "gold")), PLAN_UNKNOWN, "plan", "gold");
        }
    }

    @Nested
    class Suspending {

        @Test
        void stopsTheWorkspace() {
            having(new SuspendWorkspace(ACME)).expectEvents(SUSPENDED);
        }

        @Test
        void twiceChangesNothing() {
            assertNothingChanged(having(new SuspendWorkspace(ACME), SUSPENDED));
        }

        @Test
        void doesNotKeepTheWorkspaceFromBeingChanged() {
            having(new ChangeWorkspacePlan(ACME, "free"), SUSPENDED)
                    .expectEvents(new WorkspacePlanChanged(ACME, "team", "free"));
        }

        @Test
        void isPossibleAgainAfterResuming() {
            having(new SuspendWorkspace(ACME), SUSPENDED, new WorkspaceResumed(ACME))
                    .expectEvents(SUSPENDED);
        }
    }

    @Nested
    class Resuming {

        @Test
        void startsASuspendedWorkspace() {
            having(new ResumeWorkspace(ACME), SUSPENDED).expectEvents(new WorkspaceResumed(ACME));
        }

        @Test
        void whatWasNotSuspendedChangesNothing() {
            assertNothingChanged(having(new ResumeWorkspace(ACME)));
        }
    }
}
