package io.keyledger.command.workspace;

import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.command.policy.Policies.existing;
import static io.keyledger.command.policy.Policies.uphold;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.workspace.WorkspaceCommand.ChangeWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.ChangeWorkspacePlan;
import io.keyledger.api.workspace.WorkspaceCommand.RegisterWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.RenameWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.ResumeWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.SuspendWorkspace;
import io.keyledger.api.workspace.WorkspaceCommand.WorkspaceChange;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.policy.TextPolicy;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a hub. A suspended workspace can be changed like any other: what it may do is the
 * verdict's to say.
 *
 * <p>A command is refused before it is looked at whether it would change anything; one that would
 * change nothing emits nothing.
 */
public final class Workspace {

    @AggregateIdentifier private WorkspaceId workspace;
    private @Nullable WorkspaceRegistered registration;
    private HubId hub;
    private String name;
    private String plan;
    private boolean suspended;

    /** For Axon: the first event fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    Workspace() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RegisterWorkspace command, HubProfiles hubs, Workspaces workspaces) {
        WorkspaceRegistered wanted = registrationOf(command);
        if (registration != null) {
            uphold(RegistrationPolicy.same(wanted, registration));
        } else {
            uphold(
                    TextPolicy.name(command.name()),
                    PlanPolicy.offered(command.plan(), profile(command.hub(), hubs)),
                    TextPolicy.externalId(command.externalId()));
            uphold(RegistrationPolicy.externalIdFree(command, workspaces));
            apply(wanted);
        }
    }

    /** A later change is judged as if the earlier ones had been made; a refusal undoes them all. */
    @CommandHandler
    void handle(ChangeWorkspace command, HubProfiles hubs) {
        for (WorkspaceChange change : command.changes()) {
            switch (change) {
                case RenameWorkspace rename -> handle(rename);
                case ChangeWorkspacePlan plan -> handle(plan, hubs);
            }
        }
    }

    @CommandHandler
    void handle(RenameWorkspace command) {
        uphold(TextPolicy.name(command.name()));
        if (!name.equals(command.name())) {
            apply(new WorkspaceRenamed(workspace, name, command.name()));
        }
    }

    @CommandHandler
    void handle(ChangeWorkspacePlan command, HubProfiles hubs) {
        uphold(PlanPolicy.offered(command.plan(), profile(hub, hubs)));
        if (!plan.equals(command.plan())) {
            apply(new WorkspacePlanChanged(workspace, plan, command.plan()));
        }
    }

    @CommandHandler
    void handle(SuspendWorkspace command) {
        if (!suspended) {
            apply(new WorkspaceSuspended(workspace));
        }
    }

    @CommandHandler
    void handle(ResumeWorkspace command) {
        if (suspended) {
            apply(new WorkspaceResumed(workspace));
        }
    }

    @EventSourcingHandler
    void on(WorkspaceRegistered event) {
        registration = event;
        workspace = event.workspace();
        hub = event.hub();
        name = event.name();
        plan = event.plan();
    }

    @EventSourcingHandler
    void on(WorkspaceRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void on(WorkspacePlanChanged event) {
        plan = event.plan();
    }

    @EventSourcingHandler
    void on(WorkspaceSuspended event) {
        suspended = true;
    }

    @EventSourcingHandler
    void on(WorkspaceResumed event) {
        suspended = false;
    }

    private static WorkspaceRegistered registrationOf(RegisterWorkspace command) {
        return new WorkspaceRegistered(
                command.workspace(),
                command.hub(),
                command.name(),
                command.plan(),
                command.externalId());
    }

    private static HubProfile profile(HubId hub, HubProfiles hubs) {
        return existing(hubs.current(hub), HUB_UNKNOWN, "hub", hub);
    }
}
