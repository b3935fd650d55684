package io.keyledger.server.consents;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.ReadPage;
import io.keyledger.server.page.Visit;
import io.keyledger.server.signin.Continuation;
import io.keyledger.server.signin.SignInLinks;
import java.util.HashMap;
import java.util.Map;

/** The person's own page. */
final class AccountPage implements ReadPage {

    private final Consents consents;

    AccountPage(Consents consents) {
        this.consents = consents;
    }

    @Override
    public String name(OAuthHub hub) {
        return Continuation.ACCOUNT;
    }

    @Override
    public PageAnswer read(Visit visit) {
        return visit.person()
                .<PageAnswer>map(person -> {
                    Map<String, Object> model = new HashMap<>();
                    model.put("grants", consents.of(person, visit.hub()));
                    if (URLUtils.parseParameters(visit.query()).containsKey("changed")) {
                        model.put("notice", "Your password was changed.");
                    }
                    return PageAnswer.show("account", model);
                })
                .orElseGet(() -> SignInLinks.signIn(Continuation.ACCOUNT));
    }
}
