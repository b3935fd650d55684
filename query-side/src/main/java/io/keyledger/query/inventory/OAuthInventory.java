package io.keyledger.query.inventory;

import io.keyledger.query.paging.Cursor;
import io.keyledger.query.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers about OAuth apps, people and grants, as far as the inventory has read the ledger. */
public final class OAuthInventory {

    private final OAuthAppTable apps;
    private final AccountTable accounts;
    private final MemberTable members;
    private final GrantTable grants;

    OAuthInventory(
            OAuthAppTable apps, AccountTable accounts, MemberTable members, GrantTable grants) {
        this.apps = apps;
        this.accounts = accounts;
        this.members = members;
        this.grants = grants;
    }

    public Optional<OAuthAppView> app(String app) {
        return apps.find(app);
    }

    /** The apps of a workspace, deleted ones included, in the order of their registration. */
    public Page<OAuthAppView> appsOf(String workspace, Cursor after, int limit) {
        return Page.of(
                apps.ofWorkspace(workspace, after, limit + 1),
                limit,
                OAuthAppView::registeredPosition);
    }

    public Optional<AccountView> account(String account) {
        return accounts.find(account);
    }

    /** The accounts of a hub, closed ones included, in the order of their registration. */
    public Page<AccountView> accountsOf(String hub, Cursor after, int limit) {
        return Page.of(
                accounts.ofHub(hub, after, limit + 1), limit, AccountView::registeredPosition);
    }

    /** The people of a workspace in the order in which they joined it. */
    public Page<MemberView> membersOf(String workspace, Cursor after, int limit) {
        return Page.of(
                members.ofWorkspace(workspace, after, limit + 1),
                limit,
                MemberView::joinedPosition);
    }

    /** The workspaces of a person in the order in which they joined them. */
    public Page<MemberView> membershipsOf(String account, Cursor after, int limit) {
        return Page.of(
                members.ofAccount(account, after, limit + 1), limit, MemberView::joinedPosition);
    }

    public Optional<GrantView> grant(String grant) {
        return grants.find(grant);
    }

    /** Grants, ended ones included, in the order in which they were given. */
    public Page<GrantView> grants(GrantFilter filter, Cursor after, int limit) {
        return Page.of(grants.list(filter, after, limit + 1), limit, GrantView::grantedPosition);
    }

    /** How many grants of an app, in whatever workspace, can still be used. */
    public LiveGrants liveGrantsOf(String app, Instant now) {
        return grants.live(app, now);
    }

    /** The apps that have, or had, grants in a workspace: so many at most. */
    public List<String> grantedAppsOf(String workspace, int limit) {
        return grants.appsIn(workspace, limit);
    }

    /** The people who have, or had, granted something in a workspace: so many at most. */
    public List<String> grantingAccountsOf(String workspace, int limit) {
        return grants.accountsIn(workspace, limit);
    }
}
