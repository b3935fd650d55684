package io.keyledger.server.console.access;

import io.keyledger.api.account.MemberRole;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.inventory.WorkspaceView;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.WorkspaceChoice;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides who may enter what, by the enforcement tables: a role that was taken away is gone with
 * the next request. Who may not know of something is told that it is not there.
 */
@Component
@OnCommandNode
public class AccessControl {

    private final AccountDirectory accounts;
    private final HubDirectory hubs;
    private final Inventory inventory;
    private final Freshness freshness;

    AccessControl(
            AccountDirectory accounts,
            HubDirectory hubs,
            Inventory inventory,
            Freshness freshness) {
        this.accounts = accounts;
        this.hubs = hubs;
        this.inventory = inventory;
        this.freshness = freshness;
    }

    /** A hub that is published; nothing for anything else. */
    public Optional<HubProfile> hub(String id) {
        try {
            return hubs.current(new HubId(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * Who is signed in.
     *
     * @throws SignInNeeded when nobody is
     */
    public SignedIn signedIn(ConsoleVisit visit) {
        Person person =
                visit.session().person().orElseThrow(() -> new SignInNeeded(visit.hub().hub()));
        return new SignedIn(
                person,
                visit.hub(),
                accounts.workspacesOf(person.account()),
                visit.session(),
                visit.request());
    }

    /** Somebody who runs Keyledger. */
    public Operator operator(SignedIn who) {
        return who.operating().map(role -> new Operator(who, role)).orElseThrow(Absent::page);
    }

    /** A workspace that somebody may enter, as it stood no earlier than at the call. */
    public WorkspaceAccess workspace(SignedIn who, String id) {
        MemberRole role =
                role(who, id).filter(it -> it != MemberRole.MEMBER).orElseThrow(Absent::page);
        freshness.await(Inventory.GROUP);
        WorkspaceView workspace = inventory.workspace(id).orElseThrow(Absent::page);
        HubProfile hub = hub(workspace.hub()).orElseThrow(Absent::page);
        return new WorkspaceAccess(who, workspace, hub, role);
    }

    private static Optional<MemberRole> role(SignedIn who, String id) {
        return who.operating()
                .or(() ->
                        who.workspaces().stream()
                                .filter(it -> it.workspace().value().equals(id))
                                .map(WorkspaceChoice::role)
                                .findFirst());
    }
}
