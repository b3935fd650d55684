package io.keyledger.server.signin;

import io.keyledger.api.account.AccountId;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.server.password.AccountPasswords;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges an address and a password. Nobody can tell from the answer, or from how long it takes,
 * whether there is such an account.
 */
public final class PasswordSignIn {

    /** Longer ones are nobody's, and are not hashed. */
    private static final int LONGEST_PASSWORD = 1_000;

    private final AccountDirectory accounts;
    private final AccountPasswords passwords;
    private final HashingGate gate;
    private final SignInThrottle throttle;
    private final MeterRegistry meters;

    PasswordSignIn(
            AccountDirectory accounts,
            AccountPasswords passwords,
            HashingGate gate,
            SignInThrottle throttle,
            MeterRegistry meters) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.gate = gate;
        this.throttle = throttle;
        this.meters = meters;
    }

    public Outcome judge(Attempt attempt, String password) {
        Outcome outcome =
                throttle.enter(attempt)
                        .<Outcome>map(Outcome.TooMany::new)
                        .orElseGet(() -> check(attempt, password));
        count(outcome);
        return outcome;
    }

    private Outcome check(Attempt attempt, String password) {
        Optional<AccountId> account =
                accounts.withEmail(attempt.hub(), attempt.email()).map(AccountStanding::account);
        if (!matches(account, password)) {
            return new Outcome.Wrong();
        }
        throttle.forgive(attempt);
        return new Outcome.Right(account.orElseThrow());
    }

    private boolean matches(Optional<AccountId> account, String password) {
        return password.length() <= LONGEST_PASSWORD
                && gate.pass(() -> passwords.verify(account.orElse(null), password));
    }

    private void count(Outcome outcome) {
        String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("keyledger.sign.ins", "with", "password", "outcome", name).increment();
    }

    /** How an attempt has ended. */
    public sealed interface Outcome {

        record Right(AccountId account) implements Outcome {}

        /** The address or the password; which of them is not said. */
        record Wrong() implements Outcome {}

        record TooMany(Duration left) implements Outcome {}
    }
}
