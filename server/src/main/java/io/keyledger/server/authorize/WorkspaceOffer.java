package io.keyledger.server.authorize;

import io.keyledger.api.account.AccountId;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.WorkspaceChoice;
import io.keyledger.server.hubs.Hubs;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import java.util.Optional;

/** The workspaces in which a person can let an app act: theirs, as far as they have API access. */
final class WorkspaceOffer {

    private final AccountDirectory accounts;
    private final Hubs hubs;

    WorkspaceOffer(AccountDirectory accounts, Hubs hubs) {
        this.accounts = accounts;
        this.hubs = hubs;
    }

    List<WorkspaceChoice> of(AccountId account, OAuthHub hub) {
        CompiledProfile profile = hubs.withId(hub.id().value());
        return profile == null
                ? List.of()
                : accounts.workspacesOf(account).stream()
                        .filter(workspace ->
                                !workspace.suspended() && profile.entitles(workspace.plan()))
                        .toList();
    }

    /** The one that was chosen, if it is offered. */
    static Optional<WorkspaceChoice> chosen(List<WorkspaceChoice> offered, String wanted) {
        return offered.stream()
                .filter(choice -> choice.workspace().value().equals(wanted))
                .findFirst();
    }

    /**
     * The one that needs no choice: the only one, unless the hub lets people choose in any case.
     */
    static Optional<WorkspaceChoice> evident(List<WorkspaceChoice> offered, OAuthHub hub) {
        return offered.size() == 1 && !hub.rules().workspaceSelection()
                ? Optional.of(offered.getFirst())
                : Optional.empty();
    }
}
