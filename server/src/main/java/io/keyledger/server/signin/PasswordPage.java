package io.keyledger.server.signin;

import io.keyledger.api.account.AccountCommand.SetAccountPassword;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.FormPage;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.PageAnswer.Elsewhere;
import io.keyledger.server.page.PageAnswer.Shown;
import io.keyledger.server.page.Person;
import io.keyledger.server.page.ReadPage;
import io.keyledger.server.page.Visit;
import io.keyledger.server.password.AccountPasswords;
import io.keyledger.server.session.SignInSessions;
import io.keyledger.server.signin.PasswordSignIn.Outcome;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Lets a person who knows their password have another. Every other browser is signed out. */
final class PasswordPage implements ReadPage, FormPage {

    private static final String NAME = "password";
    private static final int NOT_TAKEN = 422;

    private final PasswordSignIn passwords;
    private final AccountPasswords hashes;
    private final HashingGate gate;
    private final Commands commands;
    private final SignInSessions sessions;

    PasswordPage(
            PasswordSignIn passwords,
            AccountPasswords hashes,
            HashingGate gate,
            Commands commands,
            SignInSessions sessions) {
        this.passwords = passwords;
        this.hashes = hashes;
        this.gate = gate;
        this.commands = commands;
        this.sessions = sessions;
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

    /** Guessing the password here is slowed down as it is where people sign in. */
    private PageAnswer change(Visit visit, Person person, Form form) {
        Attempt attempt = Attempt.of(visit.hub().id(), person.email(), visit.source());
        return switch (passwords.judge(attempt, form.value("current"))) {
            case Outcome.Right _ -> set(visit, person, form.value("new"));
            case Outcome.Wrong _ -> notTaken("current", "This is not your password.");
            case Outcome.TooMany many ->
                    notTaken(
                            "current",
                            "Too many attempts. Please try again in %d minutes."
                                    .formatted(many.left().toMinutes() + 1));
        };
    }

    private PageAnswer set(Visit visit, Person person, String password) {
        try {
            commands.send(
                    new SetAccountPassword(person.account()),
                    visit.origin(person.account()),
                    OptionalLong.empty(),
                    gate.pass(() -> hashes.hash(password)));
        } catch (CommandRejected rejected) {
            return notTaken("new", rejected.reason().text());
        }
        visit.hold(sessions.begin(person.account(), visit.hub().id()));
        return new Elsewhere(Continuation.ACCOUNT + "?changed=1");
    }

    private static PageAnswer notTaken(String field, String problem) {
        return new Shown(NOT_TAKEN, NAME, Map.of("field", field, "problem", problem), List.of());
    }
}
