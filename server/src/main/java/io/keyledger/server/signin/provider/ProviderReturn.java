package io.keyledger.server.signin.provider;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Cookies;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.PageAnswer.Elsewhere;
import io.keyledger.server.page.PageProblem;
import io.keyledger.server.page.ReadPage;
import io.keyledger.server.page.Visit;
import io.keyledger.server.session.SignInSessions;
import io.keyledger.server.signin.Continuation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the person back from the provider. Who they are here is said by the identity that their
 * account is linked to, and never by an e-mail address, which anybody may claim at some provider.
 */
final class ProviderReturn implements ReadPage {

    static final String NAME = "sign-in-return";

    private final IdentityCheck check;
    private final AccountDirectory accounts;
    private final SignInSessions sessions;
    private final MeterRegistry meters;

    ProviderReturn(
            IdentityCheck check,
            AccountDirectory accounts,
            SignInSessions sessions,
            MeterRegistry meters) {
        this.check = check;
        this.accounts = accounts;
        this.sessions = sessions;
        this.meters = meters;
    }

    @Override
    public String name(OAuthHub hub) {
        return NAME;
    }

    @Override
    public PageAnswer read(Visit visit) {
        Map<String, List<String>> answer = URLUtils.parseParameters(visit.query());
        StartedSignIn started = started(visit, answer).orElseThrow(ProviderReturn::notAsked);
        visit.setCookie(Cookies.clear(ProviderStart.cookie(visit.hub())));
        ExternalIdentity identity = check.identity(visit.hub(), started, answer);
        AccountStanding account =
                accounts.withIdentity(visit.hub().id(), identity)
                        .orElseThrow(() -> nobody(identity));
        count("right");
        visit.person().ifPresent(person -> sessions.end(person.session()));
        visit.hold(sessions.begin(account.account(), visit.hub().id()));
        return new Elsewhere(Continuation.checked(visit.hub(), started.continuation()));
    }

    private static Optional<StartedSignIn> started(Visit visit, Map<String, List<String>> answer) {
        String state = MultivaluedMapUtils.getFirstValue(answer, "state");
        return visit.cookie(ProviderStart.cookie(visit.hub()))
                .flatMap(StartedSignIn::read)
                .filter(started -> started.state().equals(state));
    }

    private static PageProblem notAsked() {
        return new PageProblem(
                400,
                "This sign-in was not started here",
                "It may have taken too long, or was started in another browser. Please sign in"
                        + " again.");
    }

    private PageProblem nobody(ExternalIdentity identity) {
        count("nobody");
        return new PageProblem(
                403,
                "No account here is linked to this sign-in",
                "You are signed in at %s, as %s. Ask an administrator to link that to your account"
                                .formatted(identity.issuer(), identity.subject())
                        + " here.");
    }

    private void count(String outcome) {
        meters.counter("keyledger.sign.ins", "with", "provider", "outcome", outcome).increment();
    }
}
