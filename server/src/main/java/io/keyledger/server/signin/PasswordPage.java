package io.keyledger.server.signin;

import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.FormPage;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.PageAnswer.Elsewhere;
import io.keyledger.server.page.PageAnswer.Shown;
import io.keyledger.server.page.Person;
import io.keyledger.server.page.ReadPage;
import io.keyledger.server.page.Visit;
import java.util.List;
import java.util.Map;

/** Lets a person who knows their password have another. Every other browser is signed out. */
final class PasswordPage implements ReadPage, FormPage {

    private static final String NAME = "password";
    private static final int NOT_TAKEN = 422;

    private final PasswordChange change;

    PasswordPage(PasswordChange change) {
        this.change = change;
    }

    @Override
    public String name(OAuthHub hub) {
        return NAME;
    }

    @Override
    public PageAnswer read(Visit visit) {
        return visit.person()
                .<PageAnswer>map(_ -> PageAnswer.show(NAME, Map.of("field", "")))
                .orElseGet(() -> SignInLinks.signIn(Continuation.ACCOUNT));
    }

    @Override
    public PageAnswer submit(Visit visit, Form form) {
        return visit.person()
                .map(person -> change(visit, person, form))
                .orElseGet(() -> SignInLinks.signIn(Continuation.ACCOUNT));
    }

    private PageAnswer change(Visit visit, Person person, Form form) {
        return switch (change.change(
                person,
                visit.source(),
                visit.origin(person.account()),
                form.value("current"),
                form.value("new"))) {
            case PasswordChange.Changed changed -> {
                visit.hold(changed.session());
                yield new Elsewhere(Continuation.ACCOUNT + "?changed=1");
            }
            case PasswordChange.Refused refused ->
                    new Shown(
                            NOT_TAKEN,
                            NAME,
                            Map.of("field", refused.field(), "problem", refused.text()),
                            List.of());
        };
    }
}
