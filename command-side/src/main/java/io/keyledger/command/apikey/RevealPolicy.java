package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.SECRETS_SHOWN_ONCE;
import static io.keyledger.api.rejection.RejectionReason.SECRET_NOT_KEPT;
import static io.keyledger.api.rejection.RejectionReason.SECRET_NOT_LIVE;

import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.SecretVisibility;
import io.keyledger.command.policy.Rejection;
import io.keyledger.command.secret.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Only hubs that say so show a secret again, and only one that still opens the door. */
final class RevealPolicy {

    private RevealPolicy() {}

    static Optional<Rejection> recoverable(KeyRules rules) {
        boolean shownOnce = rules.secrets() != SecretVisibility.RECOVERABLE;
        return Rejection.when(shownOnce, SECRETS_SHOWN_ONCE);
    }

    static Optional<Rejection> kept(List<Integer> generations) {
        return Rejection.when(generations.isEmpty(), SECRET_NOT_KEPT);
    }

    static Optional<Rejection> live(Secrets secrets, List<Integer> generations, Instant now) {
        return generations.stream()
                .filter(generation -> !secrets.isLive(generation, now))
                .map(generation -> Rejection.of(SECRET_NOT_LIVE, "secret", generation))
                .findFirst();
    }
}
