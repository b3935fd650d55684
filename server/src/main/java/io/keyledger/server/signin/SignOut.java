package io.keyledger.server.signin;

import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.FormPage;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.Visit;
import io.keyledger.server.session.SessionSecrets;
import io.keyledger.server.session.SignInSessions;

/** Signs the person out, here or everywhere. What the browser held opens nothing any more. */
final class SignOut implements FormPage {

    private static final String EVERYWHERE = "everywhere";

    private final SignInSessions sessions;
    private final SessionSecrets secrets;

    SignOut(SignInSessions sessions, SessionSecrets secrets) {
        this.sessions = sessions;
        this.secrets = secrets;
    }

    @Override
    public String name(OAuthHub hub) {
        return "sign-out";
    }

    @Override
    public PageAnswer submit(Visit visit, Form form) {
        visit.person()
                .ifPresent(person -> {
                    if (form.value("where").equals(EVERYWHERE)) {
                        sessions.endAll(person.account());
                    } else {
                        sessions.end(person.session());
                    }
                });
        visit.hold(secrets.fresh());
        String goingOn = Continuation.checked(visit.hub(), form.value(Continuation.PARAMETER));
        return SignInLinks.signIn(goingOn);
    }
}
