package io.keyledger.server.signin.provider;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Cookies;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.PageAnswer.Elsewhere;
import io.keyledger.server.page.ReadPage;
import io.keyledger.server.page.Visit;
import io.keyledger.server.signin.Continuation;
import io.keyledger.server.signin.SignInLinks;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/** Sends the person to the provider. Nothing is kept of it here. */
final class ProviderStart implements ReadPage {

    static final String NAME = "sign-in-elsewhere";

    private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 32;

    private final Providers providers;
    private final SecureRandom random = new SecureRandom();

    ProviderStart(Providers providers) {
        this.providers = providers;
    }

    @Override
    public String name(OAuthHub hub) {
        return NAME;
    }

    @Override
    public PageAnswer read(Visit visit) {
        ClientRegistration client = providers.registration(visit.hub());
        Map<String, List<String>> query = URLUtils.parseParameters(visit.query());
        StartedSignIn started =
                StartedSignIn.fresh(this::random, wanted(visit, query), Continuation.ACCOUNT);
        visit.setCookie(Cookies.set(cookie(visit.hub()), started.cookie(), TIME_TO_SIGN_IN));
        boolean again = query.containsKey(SignInLinks.AGAIN);
        return new Elsewhere(
                (again
                                ? ProviderRequests.again(client, started)
                                : ProviderRequests.of(client, started))
                        .getAuthorizationRequestUri());
    }

    static String cookie(OAuthHub hub) {
        return "elsewhere-" + hub.id().value();
    }

    private static String wanted(Visit visit, Map<String, List<String>> query) {
        String wanted = MultivaluedMapUtils.getFirstValue(query, Continuation.PARAMETER);
        return Continuation.checked(visit.hub(), Objects.requireNonNullElse(wanted, ""));
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
