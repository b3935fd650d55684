package io.keyledger.server.session;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.HubId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The sessions of people who are signed in. One ends when it is not used for {@link #IDLE}, after
 * {@link #LONGEST} in any case, and when its person signs out, gets another password or is closed.
 */
public final class SignInSessions {

    public static final Duration IDLE = Duration.ofHours(2);
    public static final Duration LONGEST = Duration.ofHours(12);

    /** More browsers than a person uses; the oldest are signed out. */
    static final int MOST_FOR_ONE_PERSON = 20;

    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private final SignInSessionTable table;
    private final SessionSecrets secrets;
    private final Clock clock;

    SignInSessions(SignInSessionTable table, SessionSecrets secrets, Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Signs a person in.
     *
     * @return the secret for the browser: always a new one, so that what somebody else may have put
     *     there opens nothing
     */
    public String begin(AccountId account, HubId hub) {
        String secret = secrets.fresh();
        Instant now = clock.instant();
        table.insert(
                new SignInSession(secrets.digest(secret), account, hub, now), now.plus(LONGEST));
        table.deleteBeyond(account, MOST_FOR_ONE_PERSON);
        return secret;
    }

    /** Who is signed in at a hub in the browser that holds this secret. */
    public Optional<SignInSession> find(String secret, HubId hub) {
        Instant now = clock.instant();
        Optional<SignInSession> found =
                table.find(secrets.candidates(secret), now, now.minus(IDLE))
                        .filter(session -> session.hub().equals(hub));
        found.ifPresent(session -> table.seen(session.digest(), now, now.minus(SEEN_AGAIN)));
        return found;
    }

    /** Signs the person out in this browser. */
    public void end(SignInSession session) {
        table.delete(session.digest());
    }

    /** Signs the person out in every browser. */
    public void endAll(AccountId account) {
        table.deleteAll(account);
    }

    int forgetEnded() {
        Instant now = clock.instant();
        return table.forgetEnded(now, now.minus(IDLE));
    }
}
