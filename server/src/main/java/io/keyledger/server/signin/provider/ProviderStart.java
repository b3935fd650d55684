package io.keyledger.server.signin.provider;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.PageAnswer.Elsewhere;
import io.keyledger.server.page.ReadPage;
import io.keyledger.server.page.Visit;
import io.keyledger.server.signin.Continuation;
import io.keyledger.server.signin.SignInLinks;
import io.keyledger.server.signin.provider.ProviderSignIn.Departure;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sends the person to the provider. */
final class ProviderStart implements ReadPage {

    static final String NAME = "sign-in-elsewhere";

    private final ProviderSignIn provider;

    ProviderStart(ProviderSignIn provider) {
        this.provider = provider;
    }

    @Override
    public String name(OAuthHub hub) {
        return NAME;
    }

    @Override
    public PageAnswer read(Visit visit) {
        Map<String, List<String>> query = URLUtils.parseParameters(visit.query());
        Departure departure =
                provider.start(
                        visit.hub().id(),
                        ProviderReturn.url(visit.hub()),
                        wanted(visit, query),
                        Continuation.ACCOUNT,
                        query.containsKey(SignInLinks.AGAIN));
        visit.setCookie(departure.cookie());
        return new Elsewhere(departure.url());
    }

    private static String wanted(Visit visit, Map<String, List<String>> query) {
        String wanted = MultivaluedMapUtils.getFirstValue(query, Continuation.PARAMETER);
        return Continuation.checked(visit.hub(), Objects.requireNonNullElse(wanted, ""));
    }
}
