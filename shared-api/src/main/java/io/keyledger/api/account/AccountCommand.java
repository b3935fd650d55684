package io.keyledger.api.account;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an account. No command carries a password or what is derived from one. */
public sealed interface AccountCommand {

    /** The account that the command is for. */
    AccountId account();

    /**
     * Registers a person at a hub. Registering the same account with the same values again changes
     * nothing.
     *
     * @param email what the person signs in with; unique in the hub, whatever its case
     * @param identity who the person is to the hub's OpenID provider; null when they have none
     */
    record RegisterAccount(
            AccountId account,
            HubId hub,
            String email,
            String name,
            @Nullable ExternalIdentity identity)
            implements AccountCommand {}

    /** A change of what an account says about the person. */
    sealed interface AccountChange extends AccountCommand {}

    /**
     * Makes several changes, in their order: all of them, or none.
     *
     * @param changes of this account; at least one
     */
    record ChangeAccount(AccountId account, List<AccountChange> changes) implements AccountCommand {

        public ChangeAccount {
            changes = List.copyOf(changes);
            if (changes.isEmpty()
                    || changes.stream().anyMatch(it -> !it.account().equals(account))) {
                throw new IllegalArgumentException("needs changes of one account");
            }
        }
    }

    record RenameAccount(AccountId account, String name) implements AccountChange {}

    /** Says who the person is to the hub's OpenID provider; null for nobody. */
    record LinkAccountIdentity(AccountId account, @Nullable ExternalIdentity identity)
            implements AccountChange {}

    /** Records that the account has a new password, whose hash travels beside the command. */
    record SetAccountPassword(AccountId account) implements AccountCommand {}

    /** Takes the person into a workspace of the hub, or gives them another role in it. */
    record JoinWorkspace(AccountId account, WorkspaceId workspace, MemberRole role)
            implements AccountCommand {}

    /** Takes the person out of a workspace; the tokens that act for them there die. */
    record LeaveWorkspace(AccountId account, WorkspaceId workspace) implements AccountCommand {}

    /** Closes the account for good; every token that acts for the person dies. */
    record CloseAccount(AccountId account) implements AccountCommand {}
}
