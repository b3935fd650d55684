package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.HUB_UNKNOWN;
import static io.keyledger.command.policy.Policies.existing;
import static io.keyledger.command.policy.Policies.uphold;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.api.account.AccountCommand.AccountChange;
import io.keyledger.api.account.AccountCommand.ChangeAccount;
import io.keyledger.api.account.AccountCommand.CloseAccount;
import io.keyledger.api.account.AccountCommand.JoinWorkspace;
import io.keyledger.api.account.AccountCommand.LeaveWorkspace;
import io.keyledger.api.account.AccountCommand.LinkAccountIdentity;
import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountCommand.RenameAccount;
import io.keyledger.api.account.AccountCommand.SetAccountPassword;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.policy.TextPolicy;
import io.keyledger.command.workspace.Workspaces;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A person at a hub, and the workspaces that they belong to. The password is not here: the ledger
 * keeps that one was set, and nothing that is derived from it.
 *
 * <p>A command is refused before it is looked at whether it would change anything; one that would
 * change nothing emits nothing. So every command can be sent again when its answer was lost, but
 * for a password: to set one ends what was done under the one before, so each time counts.
 *
 * <p>A closed account stays as it is and belongs nowhere; to close it again, or to take it out of a
 * workspace, is not an error.
 */
public final class Account {

    @AggregateIdentifier private AccountId account;
    private @Nullable AccountRegistered registration;
    private HubId hub;
    private String name;
    private @Nullable ExternalIdentity identity;
    private final Map<WorkspaceId, MemberRole> memberships = new HashMap<>();
    private boolean closed;

    /** For Axon: the first event fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    Account() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RegisterAccount command, HubProfiles hubs, Accounts accounts) {
        AccountRegistered wanted = registrationOf(command);
        if (registration != null) {
            uphold(LifecyclePolicy.same(wanted, registration));
        } else {
            existing(hubs.current(command.hub()), HUB_UNKNOWN, "hub", command.hub());
            uphold(
                    EmailPolicy.acceptable(command.email()),
                    TextPolicy.name(command.name()),
                    IdentityPolicy.acceptable(command.identity()));
            uphold(
                    EmailPolicy.free(command, accounts),
                    IdentityPolicy.free(
                            command.hub(), command.account(), command.identity(), accounts));
            apply(wanted);
        }
    }

    /** A later change is judged as if the earlier ones had been made; a refusal undoes them all. */
    @CommandHandler
    void handle(ChangeAccount command, Accounts accounts) {
        for (AccountChange change : command.changes()) {
            switch (change) {
                case RenameAccount rename -> handle(rename);
                case LinkAccountIdentity link -> handle(link, accounts);
            }
        }
    }

    @CommandHandler
    void handle(RenameAccount command) {
        uphold(LifecyclePolicy.notClosed(closed), TextPolicy.name(command.name()));
        if (!name.equals(command.name())) {
            apply(new AccountRenamed(account, name, command.name()));
        }
    }

    @CommandHandler
    void handle(LinkAccountIdentity command, Accounts accounts) {
        uphold(LifecyclePolicy.notClosed(closed), IdentityPolicy.acceptable(command.identity()));
        uphold(IdentityPolicy.free(hub, account, command.identity(), accounts));
        if (!Objects.equals(identity, command.identity())) {
            apply(new AccountIdentityLinked(account, identity, command.identity()));
        }
    }

    @CommandHandler
    void handle(SetAccountPassword command) {
        uphold(LifecyclePolicy.notClosed(closed));
        apply(new AccountPasswordSet(account));
    }

    @CommandHandler
    void handle(JoinWorkspace command, Workspaces workspaces) {
        uphold(
                LifecyclePolicy.notClosed(closed),
                MembershipPolicy.joinable(command.workspace(), hub, workspaces));
        MemberRole role = memberships.get(command.workspace());
        if (role != command.role()) {
            apply(new WorkspaceJoined(account, command.workspace(), role, command.role()));
        }
    }

    @CommandHandler
    void handle(LeaveWorkspace command) {
        MemberRole role = memberships.get(command.workspace());
        if (role != null) {
            apply(new WorkspaceLeft(account, command.workspace(), role));
        }
    }

    @CommandHandler
    void handle(CloseAccount command) {
        if (!closed) {
            apply(new AccountClosed(account));
        }
    }

    @EventSourcingHandler
    void on(AccountRegistered event) {
        registration = event;
        account = event.account();
        hub = event.hub();
        name = event.name();
        identity = event.identity();
    }

    @EventSourcingHandler
    void on(AccountRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void on(AccountIdentityLinked event) {
        identity = event.identity();
    }

    @EventSourcingHandler
    void on(WorkspaceJoined event) {
        memberships.put(event.workspace(), event.role());
    }

    @EventSourcingHandler
    void on(WorkspaceLeft event) {
        memberships.remove(event.workspace());
    }

    @EventSourcingHandler
    void on(AccountClosed event) {
        closed = true;
        memberships.clear();
    }

    private static AccountRegistered registrationOf(RegisterAccount command) {
        return new AccountRegistered(
                command.account(),
                command.hub(),
                command.email(),
                command.name(),
                command.identity());
    }
}
