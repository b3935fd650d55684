package io.keyledger.server.dataplane;

import io.keyledger.server.throttle.Place;
import io.keyledger.server.throttle.Throttle;
import io.keyledger.verdict.VerdictCode;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Limits requests that come to nothing: without a credential, or with one that nobody has given
 * out. Each place has a budget for them that is nothing else's. So nobody spends the budget of a
 * key that they do not have, and a key that is accepted works whatever else comes from its place.
 */
final class FailedRequests {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** What an outsider gets to see; the others are told to whoever has a credential. */
    private static final Set<VerdictCode> GUESSES =
            EnumSet.of(
                    VerdictCode.NOT_FOUND,
                    VerdictCode.EXPIRED,
                    VerdictCode.REVOKED,
                    VerdictCode.PROOF_INVALID);

    private final @Nullable Throttle places;
    private final Metrics metrics;

    /**
     * @param most from one place in a minute; 0 for any number
     */
    FailedRequests(int most, Clock clock, Metrics metrics) {
        this.places = most == 0 ? null : new Throttle(most, WINDOW, clock);
        this.metrics = metrics;
    }

    /** Counts a verdict when it is one of those. */
    Optional<Duration> count(VerdictCode code, @Nullable String address) {
        return GUESSES.contains(code) ? count(address) : Optional.empty();
    }

    /**
     * Counts one more.
     *
     * @param address of the client; null when the gateway does not tell
     * @return how long there are too many; nothing while there are few, or nobody knows from where
     */
    Optional<Duration> count(@Nullable String address) {
        if (places == null || address == null) {
            return Optional.empty();
        }
        Optional<Duration> left = places.count(Place.of(address));
        left.ifPresent(_ -> metrics.turnedAway());
        return left;
    }
}
