package io.keyledger.server.signin;

import io.keyledger.server.throttle.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Slows guessing down without locking anybody out of their own account: what counts is who guesses
 * from where. Somebody who guesses one person's password from one place is stopped there; the
 * person still gets in from any other place. While a password is guessed from very many places,
 * each place gets fewer attempts, and never none.
 *
 * <p>An attempt counts before it is judged, so that many at the same time are no way around it.
 */
public final class SignInThrottle {

    static final Duration WINDOW = Duration.ofMinutes(15);

    /** On one account from one place. */
    static final int ATTEMPTS = 10;

    /** The same, while the account has had more than {@link #ATTEMPTS_ON_ACCOUNT} from anywhere. */
    static final int ATTEMPTS_UNDER_ATTACK = 2;

    static final int ATTEMPTS_ON_ACCOUNT = 100;

    /** On all accounts from one place: many people may share an address. */
    static final int ATTEMPTS_FROM_PLACE = 200;

    private final Throttle places;
    private final Throttle accounts;
    private final Throttle guesses;
    private final Throttle guessesUnderAttack;

    SignInThrottle(Clock clock) {
        this.places = new Throttle(ATTEMPTS_FROM_PLACE, WINDOW, clock);
        this.accounts = new Throttle(ATTEMPTS_ON_ACCOUNT, WINDOW, clock);
        this.guesses = new Throttle(ATTEMPTS, WINDOW, clock);
        this.guessesUnderAttack = new Throttle(ATTEMPTS_UNDER_ATTACK, WINDOW, clock);
    }

    /**
     * Counts an attempt.
     *
     * @return how long to wait instead; nothing when the attempt may be made
     */
    public Optional<Duration> enter(Attempt attempt) {
        return places.count(attempt.place())
                .or(() -> guesses.count(attempt))
                .or(() -> enterAccount(attempt));
    }

    private Optional<Duration> enterAccount(Attempt attempt) {
        boolean underAttack = accounts.count(attempt.account()).isPresent();
        return underAttack ? guessesUnderAttack.count(attempt) : Optional.empty();
    }

    /** The attempt was right: it was no guess. */
    public void forgive(Attempt attempt) {
        places.takeBack(attempt.place());
        accounts.takeBack(attempt.account());
        guesses.forget(attempt);
        guessesUnderAttack.forget(attempt);
    }
}
