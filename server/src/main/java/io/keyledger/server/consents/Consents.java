package io.keyledger.server.consents;

import io.keyledger.api.grant.GrantId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.GrantDirectory;
import io.keyledger.query.oauth.GrantStanding;
import io.keyledger.query.oauth.OAuthAppDirectory;
import io.keyledger.query.oauth.WorkspaceChoice;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Permission;
import io.keyledger.server.page.Person;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person has allowed, and what has not ended. */
public final class Consents {

    private final GrantDirectory grants;
    private final OAuthAppDirectory apps;
    private final AccountDirectory accounts;

    Consents(GrantDirectory grants, OAuthAppDirectory apps, AccountDirectory accounts) {
        this.grants = grants;
        this.apps = apps;
        this.accounts = accounts;
    }

    /** Those of a hub's person. */
    public List<Consent> of(Person person, OAuthHub hub) {
        Map<WorkspaceId, String> workspaces =
                accounts.workspacesOf(person.account()).stream()
                        .collect(
                                Collectors.toMap(
                                        WorkspaceChoice::workspace, WorkspaceChoice::name));
        return grants.ofAccount(person.account()).stream()
                .flatMap(grant -> consent(grant, workspaces, hub).stream())
                .toList();
    }

    /** One of the person's own; somebody else's is as unknown as any other. */
    Optional<GrantStanding> find(Person person, GrantId grant) {
        return grants.find(grant).filter(it -> person.account().equals(it.account()));
    }

    private Optional<Consent> consent(
            GrantStanding grant, Map<WorkspaceId, String> workspaces, OAuthHub hub) {
        return apps.find(grant.app())
                .map(app ->
                        new Consent(
                                grant.grant().value(),
                                app.name(),
                                app.logo(),
                                workspaces.getOrDefault(grant.workspace(), ""),
                                grant.endsAt().atZone(ZoneOffset.UTC).toLocalDate(),
                                Permission.all(hub, grant.scopes())));
    }

    /**
     * One consent, as its person sees it.
     *
     * @param until the day on which it ends in any case
     */
    public record Consent(
            String id,
            String app,
            @Nullable String logo,
            String workspace,
            LocalDate until,
            List<Permission> permissions) {}
}
