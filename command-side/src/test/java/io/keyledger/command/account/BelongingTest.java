package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.ACCOUNT_CLOSED;
import static io.keyledger.api.rejection.RejectionReason.WORKSPACE_UNKNOWN;
import static io.keyledger.command.account.AccountAggregate.ADA;
import static io.keyledger.command.account.AccountAggregate.CLOSED;
import static io.keyledger.command.account.AccountAggregate.FOREIGN;
import static io.keyledger.command.account.AccountAggregate.JOINED;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;

import io.keyledger.api.account.AccountCommand.CloseAccount;
import io.keyledger.api.account.AccountCommand.JoinWorkspace;
import io.keyledger.api.account.AccountCommand.LeaveWorkspace;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.workspace.WorkspaceId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BelongingTest {

    private static final JoinWorkspace JOIN = join(WORKSPACE, MemberRole.MEMBER);
    private static final LeaveWorkspace LEAVE = new LeaveWorkspace(ADA, WORKSPACE);
    private static final WorkspaceLeft LEFT = new WorkspaceLeft(ADA, WORKSPACE, MemberRole.MEMBER);

    private final AccountAggregate account = new AccountAggregate();

    @Nested
    class Joining {

        @Test
        void takesThePersonIn() {
            account.registeredAnd(JOIN).isThat(JOINED);
        }

        @Test
        void inAnotherRoleChangesTheRole() {
            account.after(JOINED)
                    .asked(join(WORKSPACE, MemberRole.ADMIN))
                    .isThat(
                            new WorkspaceJoined(
                                    ADA, WORKSPACE, MemberRole.MEMBER, MemberRole.ADMIN));
        }

        @Test
        void inTheSameRoleChangesNothing() {
            account.after(JOINED).asked(JOIN).isThatNothingChanged();
        }

        @Test
        void isPossibleAgainAfterLeaving() {
            account.after(JOINED, LEFT).asked(JOIN).isThat(JOINED);
        }

        @Test
        void aWorkspaceThatDoesNotExistIsRefused() {
            WorkspaceId nowhere = new WorkspaceId("ws_NowhereNowhereNowher");
            account.registeredAnd(join(nowhere, MemberRole.MEMBER))
                    .isNo(WORKSPACE_UNKNOWN, "workspace", nowhere);
        }

        @Test
        void aWorkspaceOfAnotherHubIsRefusedAsOneThatDoesNotExist() {
            account.registeredAnd(join(FOREIGN, MemberRole.MEMBER))
                    .isNo(WORKSPACE_UNKNOWN, "workspace", FOREIGN);
        }

        @Test
        void withAClosedAccountIsRefused() {
            account.after(CLOSED).asked(JOIN).isNo(ACCOUNT_CLOSED);
        }
    }

    @Nested
    class Leaving {

        @Test
        void takesThePersonOut() {
            account.after(JOINED).asked(LEAVE).isThat(LEFT);
        }

        @Test
        void recordsTheRoleThatThePersonHadLast() {
            account.after(
                            JOINED,
                            new WorkspaceJoined(
                                    ADA, WORKSPACE, MemberRole.MEMBER, MemberRole.AUDITOR))
                    .asked(LEAVE)
                    .isThat(new WorkspaceLeft(ADA, WORKSPACE, MemberRole.AUDITOR));
        }

        @Test
        void twiceChangesNothing() {
            account.after(JOINED, LEFT).asked(LEAVE).isThatNothingChanged();
        }

        @Test
        void whereThePersonNeverWasChangesNothing() {
            account.after(JOINED).asked(new LeaveWorkspace(ADA, FOREIGN)).isThatNothingChanged();
        }

        @Test
        void withAClosedAccountChangesNothing() {
            account.after(JOINED, CLOSED).asked(LEAVE).isThatNothingChanged();
        }
    }

    @Nested
    class Closing {

        @Test
        void endsTheAccount() {
            account.after(JOINED).asked(new CloseAccount(ADA)).isThat(CLOSED);
        }

        @Test
        void twiceChangesNothing() {
            account.after(CLOSED).asked(new CloseAccount(ADA)).isThatNothingChanged();
        }
    }

    private static JoinWorkspace join(WorkspaceId workspace, MemberRole role) {
        return new JoinWorkspace(ADA, workspace, role);
    }
}
