package io.keyledger.server.signin.provider;

import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Cookies;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.PageAnswer.Elsewhere;
import io.keyledger.server.page.ReadPage;
import io.keyledger.server.page.Visit;
import io.keyledger.server.session.SignInSessions;
import io.keyledger.server.signin.Continuation;
import io.keyledger.server.signin.provider.ProviderSignIn.Arrival;
import java.util.Optional;

/** Takes the person back from the provider. */
final class ProviderReturn implements ReadPage {

    private static final String NAME = "sign-in-return";

    private final ProviderSignIn provider;
    private final SignInSessions sessions;

    ProviderReturn(ProviderSignIn provider, SignInSessions sessions) {
        this.provider = provider;
        this.sessions = sessions;
    }

    /** What the provider knows it by. */
    static String url(OAuthHub hub) {
        return hub.url(hub.besideAuthorize(NAME));
    }

    @Override
    public String name(OAuthHub hub) {
        return NAME;
    }

    /** A sign-in gets one answer, whatever becomes of it. */
    @Override
    public PageAnswer read(Visit visit) {
        OAuthHub hub = visit.hub();
        String cookie = ProviderSignIn.cookie(hub.id());
        Optional<String> kept = visit.cookie(cookie);
        visit.setCookie(Cookies.clear(cookie));
        Arrival arrival = provider.arrive(hub.id(), url(hub), kept, visit.query());
        visit.person().ifPresent(person -> sessions.end(person.session()));
        visit.hold(sessions.begin(arrival.account(), hub.id()));
        return new Elsewhere(Continuation.checked(hub, arrival.continuation()));
    }
}
