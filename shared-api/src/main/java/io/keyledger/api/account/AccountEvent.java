package io.keyledger.api.account;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What has happened to an account. */
public sealed interface AccountEvent {

    AccountId account();

    /**
     * A person was registered at a hub.
     *
     * @param identity who the person is to the hub's OpenID provider; null when they have none
     */
    record AccountRegistered(
            AccountId account,
            HubId hub,
            String email,
            String name,
            @Nullable ExternalIdentity identity)
            implements AccountEvent {}

    record AccountRenamed(AccountId account, String previousName, String name)
            implements AccountEvent {}

    record AccountIdentityLinked(
            AccountId account,
            @Nullable ExternalIdentity previousIdentity,
            @Nullable ExternalIdentity identity)
            implements AccountEvent {}

    record AccountPasswordSet(AccountId account) implements AccountEvent {}

    /**
     * The person belongs to a workspace, or has another role in it.
     *
     * @param previousRole null when they did not belong to it
     */
    record WorkspaceJoined(
            AccountId account,
            WorkspaceId workspace,
            @Nullable MemberRole previousRole,
            MemberRole role)
            implements AccountEvent {}

    record WorkspaceLeft(AccountId account, WorkspaceId workspace, MemberRole previousRole)
            implements AccountEvent {}

    record AccountClosed(AccountId account) implements AccountEvent {}
}
