package io.keyledger.server.controlplane.account;

import io.keyledger.api.account.AccountCommand.JoinWorkspace;
import io.keyledger.api.account.AccountCommand.LeaveWorkspace;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.query.verification.WorkspaceDirectory;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.Word;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT} and {@code DELETE /admin/v1/workspaces/{workspace}/members/{account}}. A membership
 * is part of the account: its version is that of the account. An account of another hub looks like
 * none.
 */
@RestController
@OnCommandNode
@Tag(name = "People")
public final class MemberChanges {

    private static final String PATH = "/admin/v1/workspaces/{workspace}/members/{account}";

    private final Mutations mutations;
    private final KeyledgersPeople people;
    private final WorkspaceDirectory workspaces;
    private final AccountDirectory accounts;

    MemberChanges(
            Mutations mutations,
            KeyledgersPeople people,
            WorkspaceDirectory workspaces,
            AccountDirectory accounts) {
        this.mutations = mutations;
        this.people = people;
        this.workspaces = workspaces;
        this.accounts = accounts;
    }

    @Operation(
            summary = "Take a person into a workspace, or give them another role in it",
            description = "The roles are admin, auditor and member; each may consent to apps.")
    @PutMapping(PATH)
    public ResponseEntity<ChangeAnswer> join(
            @PathVariable String workspace,
            @PathVariable String account,
            @RequestBody Body body,
            Caller caller) {
        Membership membership = membership(workspace, account, caller);
        return mutations.change(
                caller,
                account,
                body,
                body.reason(),
                new JoinWorkspace(membership.account(), membership.workspace(), body.memberRole()));
    }

    @Operation(
            summary = "Take a person out of a workspace",
            description = "Every token for them in this workspace dies.")
    @DeleteMapping(PATH)
    public ResponseEntity<ChangeAnswer> leave(
            @PathVariable String workspace,
            @PathVariable String account,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        Membership membership = membership(workspace, account, caller);
        return mutations.change(
                caller,
                account,
                new Why(reason),
                reason,
                new LeaveWorkspace(membership.account(), membership.workspace()));
    }

    private Membership membership(String workspace, String account, Caller caller) {
        WorkspaceId where = PathIds.workspace(workspace);
        AccountId who = PathIds.account(account);
        HubId hub =
                workspaces
                        .hubOf(where)
                        .orElseThrow(
                                () -> CommandRejected.because(RejectionReason.WORKSPACE_UNKNOWN));
        if (accounts.find(who).map(AccountStanding::hub).filter(hub::equals).isEmpty()) {
            throw CommandRejected.because(RejectionReason.ACCOUNT_UNKNOWN);
        }
        people.check(caller, hub);
        return new Membership(who, where);
    }

    /** A person and a workspace of one hub. */
    private record Membership(AccountId account, WorkspaceId workspace) {}

    /** What is sent to take a person in. */
    public record Body(@Nullable String role, @Nullable String reason) {

        MemberRole memberRole() {
            return Word.read("role", MemberRole.class, Required.field("role", role));
        }
    }
}
