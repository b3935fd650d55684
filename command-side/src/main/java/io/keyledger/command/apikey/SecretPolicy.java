package io.keyledger.command.apikey;

import static io.keyledger.api.rejection.RejectionReason.KEY_ID_TAKEN;
import static io.keyledger.api.rejection.RejectionReason.SECRET_STILL_VALID;
import static io.keyledger.api.rejection.RejectionReason.SECRET_UNKNOWN;

import io.keyledger.api.token.Digest;
import io.keyledger.command.policy.Rejection;
import io.keyledger.command.secret.Secrets;
import java.time.Instant;
import java.util.Optional;

/** What may be said of one secret of a key. */
final class SecretPolicy {

    private SecretPolicy() {}

    /** Whoever issues with the same secret asks again; nobody else can know it. */
    static Optional<Rejection> issuedWith(Secrets secrets, Digest digest) {
        return Rejection.when(!secrets.wasIssuedWith(digest), KEY_ID_TAKEN);
    }

    static Optional<Rejection> known(Secrets secrets, int generation) {
        boolean unknown = !secrets.hasKnown(generation);
        return Rejection.when(unknown, SECRET_UNKNOWN, "secret", generation);
    }

    static Optional<Rejection> over(Secrets secrets, int generation, Instant now) {
        boolean live = secrets.isLive(generation, now);
        return Rejection.when(live, SECRET_STILL_VALID, "secret", generation);
    }
}
