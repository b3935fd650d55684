package io.keyledger.command.examples;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.command.account.Accounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts that a test knows of, and the workspaces that they belong to. */
public final class KnownAccounts implements Accounts {

    private record Known(HubId hub, String email, @Nullable ExternalIdentity identity) {}

    private record Membership(AccountId account, WorkspaceId workspace) {}

    private final Map<AccountId, Known> accounts = new HashMap<>();
    private final Set<Membership> memberships = new HashSet<>();

    public KnownAccounts with(
            AccountId account, HubId hub, String email, @Nullable ExternalIdentity identity) {
        accounts.put(account, new Known(hub, email, identity));
        return this;
    }

    public KnownAccounts join(AccountId account, WorkspaceId workspace) {
        memberships.add(new Membership(account, workspace));
        return this;
    }

    public void leave(AccountId account, WorkspaceId workspace) {
        memberships.remove(new Membership(account, workspace));
    }

    @Override
    public Optional<HubId> hubOf(AccountId account) {
        return Optional.ofNullable(accounts.get(account)).map(Known::hub);
    }

    @Override
    public Optional<AccountId> withEmail(HubId hub, String email) {
        return accounts.entrySet().stream()
                .filter(it -> it.getValue().hub().equals(hub))
                .filter(it -> it.getValue().email().equalsIgnoreCase(email))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<AccountId> withIdentity(HubId hub, ExternalIdentity identity) {
        return accounts.entrySet().stream()
                .filter(it -> it.getValue().hub().equals(hub))
                .filter(it -> identity.equals(it.getValue().identity()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public boolean isMember(AccountId account, WorkspaceId workspace) {
        return memberships.contains(new Membership(account, workspace));
    }
}
