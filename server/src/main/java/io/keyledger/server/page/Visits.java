package io.keyledger.server.page;

import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.session.SessionSecrets;
import io.keyledger.server.session.SignInSession;
import io.keyledger.server.session.SignInSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Finds out who visits. A browser that holds nothing of ours gets something to hold. */
final class Visits {

    private final SessionSecrets secrets;
    private final SignInSessions sessions;
    private final AccountDirectory accounts;

    Visits(SessionSecrets secrets, SignInSessions sessions, AccountDirectory accounts) {
        this.secrets = secrets;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    Visit of(OAuthHub hub, HttpServletRequest request, HttpServletResponse response) {
        return Cookies.read(request, hub.id().value())
                .filter(secrets::isOurs)
                .map(held -> new Visit(hub, request, response, held, () -> person(held, hub)))
                .orElseGet(() -> first(hub, request, response));
    }

    private Visit first(OAuthHub hub, HttpServletRequest request, HttpServletResponse response) {
        String secret = secrets.fresh();
        Visit visit = new Visit(hub, request, response, secret, Optional::empty);
        visit.hold(secret);
        return visit;
    }

    private Optional<Person> person(String held, OAuthHub hub) {
        return sessions.find(held, hub.id()).flatMap(this::person);
    }

    private Optional<Person> person(SignInSession session) {
        return accounts.find(session.account())
                .filter(account -> !account.closed())
                .map((AccountStanding account) -> new Person(account, session));
    }
}
