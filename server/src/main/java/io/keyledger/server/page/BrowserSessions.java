package io.keyledger.server.page;

import io.keyledger.api.hub.HubId;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.server.session.SessionSecrets;
import io.keyledger.server.session.SignInSession;
import io.keyledger.server.session.SignInSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Finds out what a browser holds. One that holds nothing of ours gets something to hold. */
public final class BrowserSessions {

    private final SessionSecrets secrets;
    private final SignInSessions sessions;
    private final AccountDirectory accounts;

    BrowserSessions(SessionSecrets secrets, SignInSessions sessions, AccountDirectory accounts) {
        this.secrets = secrets;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    public BrowserSession of(HubId hub, HttpServletRequest request, HttpServletResponse response) {
        return Cookies.read(request, hub.value())
                .filter(secrets::isOurs)
                .map(held -> new BrowserSession(hub, response, held, () -> person(held, hub)))
                .orElseGet(() -> first(hub, response));
    }

    private BrowserSession first(HubId hub, HttpServletResponse response) {
        String secret = secrets.fresh();
        BrowserSession session = new BrowserSession(hub, response, secret, Optional::empty);
        session.hold(secret);
        return session;
    }

    private Optional<Person> person(String held, HubId hub) {
        return sessions.find(held, hub).flatMap(this::person);
    }

    private Optional<Person> person(SignInSession session) {
        return accounts.find(session.account())
                .filter(account -> !account.closed())
                .map((AccountStanding account) -> new Person(account, session));
    }
}
