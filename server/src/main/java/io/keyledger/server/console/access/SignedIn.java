package io.keyledger.server.console.access;

import io.keyledger.api.account.MemberRole;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Scope;
import io.keyledger.query.oauth.WorkspaceChoice;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.IfMatch;
import io.keyledger.server.correlation.CorrelationId;
import io.keyledger.server.idempotency.IdempotencyKey;
import io.keyledger.server.page.BrowserSession;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who is signed in, for one request.
 *
 * <p>The people of the built-in hub run Keyledger: whoever is an admin in one of its workspaces is
 * an operator, and an auditor there reads everything.
 *
 * @param hub where they are signed in
 * @param workspaces that they belong to, in order of name
 */
public record SignedIn(
        Person person,
        HubProfile hub,
        List<WorkspaceChoice> workspaces,
        BrowserSession session,
        HttpServletRequest request) {

    /** The field of a form by which it is taken once, however often it is sent. */
    public static final String ONCE = "once";

    /** The field of a form with the version that its page showed, of what it changes. */
    public static final String VERSION = "version";

    /** What they are for Keyledger as a whole; nothing for the people of other hubs. */
    public Optional<MemberRole> operating() {
        return hub.hub().equals(HubId.KEYLEDGER)
                ? workspaces.stream()
                        .filter(it -> !it.suspended())
                        .map(WorkspaceChoice::role)
                        .min(Comparator.naturalOrder())
                        .filter(it -> it != MemberRole.MEMBER)
                : Optional.empty();
    }

    /** Where a page of this hub stands. */
    public String path(String below) {
        return ConsolePath.of(hub.hub()) + below;
    }

    /**
     * The call that a form makes. Sent again, it is answered again and done once. With a version,
     * it changes what its page showed, and nothing that somebody else has changed meanwhile.
     */
    public Caller caller(Form form) {
        return caller(form, form.value(VERSION));
    }

    /** The same, of what has this version, whatever the form says. */
    public Caller caller(Form form, String version) {
        return new Caller(
                "account:" + person.account().value(),
                workspaces.isEmpty() ? "" : workspaces.getFirst().workspace().value(),
                session.secret(),
                scopes(),
                null,
                request.getRemoteAddr(),
                CorrelationId.current(),
                request.getMethod() + " " + request.getRequestURI(),
                IdempotencyKey.parse(form.value(ONCE)),
                IfMatch.version(version));
    }

    /** Of the built-in hub: all of them for an operator, and none for others. */
    private Set<String> scopes() {
        return operating().filter(MemberRole.ADMIN::equals).isPresent()
                ? hub.scopes().stream().map(Scope::name).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
