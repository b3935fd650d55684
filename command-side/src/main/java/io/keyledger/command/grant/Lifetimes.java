package io.keyledger.command.grant;

import io.keyledger.api.hub.OAuthRules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When what a grant gives out ends. Nothing outlives the grant. */
final class Lifetimes {

    /** At most (RFC 6749 §4.1.2 asks for ten minutes; an app needs a second). */
    private static final Duration CODE = Duration.ofSeconds(60);

    /** A lost answer is asked for again at once or never. */
    private static final Duration REPEATABLE = Duration.ofSeconds(10);

    private Lifetimes() {}

    /** To the second, as access tokens say their end; none then has to be cut shorter. */
    static Instant grantEnd(Instant now, OAuthRules rules) {
        return now.plus(rules.refreshTokenAbsolute()).truncatedTo(ChronoUnit.SECONDS);
    }

    static Instant codeEnd(Instant now, Instant grantEnd) {
        return earlier(now.plus(CODE), grantEnd);
    }

    static Instant refreshEnd(Instant now, OAuthRules rules, Instant grantEnd) {
        return earlier(now.plus(rules.refreshTokenIdle()), grantEnd);
    }

    static Instant repeatableEnd(Instant now) {
        return now.plus(REPEATABLE);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
