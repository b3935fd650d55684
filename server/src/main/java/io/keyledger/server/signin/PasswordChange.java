package io.keyledger.server.signin;

import io.keyledger.api.account.AccountCommand.SetAccountPassword;
import io.keyledger.api.ledger.Origin;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.page.Person;
import io.keyledger.server.password.AccountPasswords;
import io.keyledger.server.session.SignInSessions;
import io.keyledger.server.signin.PasswordSignIn.Outcome;
import java.util.OptionalLong;

/**
 * Lets a person who knows their password have another. Every browser is signed out, and this one
 * gets a new session. Guessing the password here is slowed down as it is where people sign in.
 */
public final class PasswordChange {

    private final PasswordSignIn passwords;
    private final AccountPasswords hashes;
    private final HashingGate gate;
    private final Commands commands;
    private final SignInSessions sessions;

    PasswordChange(
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

    /**
     * Changes it.
     *
     * @param source the address that it is asked from
     */
    public Result change(
            Person person, String source, Origin origin, String current, String wanted) {
        Attempt attempt = Attempt.of(person.standing().hub(), person.email(), source);
        return switch (passwords.judge(attempt, current)) {
            case Outcome.Right _ -> set(person, origin, wanted);
            case Outcome.Wrong _ -> new Refused("current", "This is not your password.");
            case Outcome.TooMany many ->
                    new Refused(
                            "current",
                            "Too many attempts. Please try again in %d minutes."
                                    .formatted(many.left().toMinutes() + 1));
        };
    }

    private Result set(Person person, Origin origin, String wanted) {
        try {
            commands.send(
                    new SetAccountPassword(person.account()),
                    origin,
                    OptionalLong.empty(),
                    gate.pass(() -> hashes.hash(wanted)));
        } catch (CommandRejected rejected) {
            return new Refused("new", rejected.reason().text());
        }
        return new Changed(sessions.begin(person.account(), person.standing().hub()));
    }

    /** How it has ended. */
    public sealed interface Result permits Changed, Refused {}

    /**
     * The password is changed.
     *
     * @param session what the browser holds from now on
     */
    public record Changed(String session) implements Result {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Changed";
        }
    }

    /**
     * Nothing is changed.
     *
     * @param field {@code current} or {@code new}
     */
    public record Refused(String field, String text) implements Result {}
}
