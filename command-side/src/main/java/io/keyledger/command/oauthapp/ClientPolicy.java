package io.keyledger.command.oauthapp;

import static io.keyledger.api.oauthapp.ClientType.PUBLIC;
import static io.keyledger.api.rejection.RejectionReason.APP_DELETED;
import static io.keyledger.api.rejection.RejectionReason.APP_IS_PUBLIC;

import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.command.policy.Rejection;
import io.keyledger.command.secret.RotationPolicy;
import io.keyledger.command.secret.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an app is decides what may be done to it. */
final class ClientPolicy {

    private ClientPolicy() {}

    /** Whoever has the app has everything in it: a secret there would be none. */
    static Optional<Rejection> keeps(ClientType type, @Nullable SecretRecord secret) {
        return Rejection.when(type == PUBLIC && secret != null, APP_IS_PUBLIC);
    }

    /**
     * A rotation without grace ends every older secret: a leaked one never has to be waited out.
     */
    static Optional<Rejection> room(Secrets secrets, Duration grace, Instant now) {
        return grace.isZero() ? Optional.empty() : RotationPolicy.room(secrets, now);
    }

    /** Deletion is for good. */
    static Optional<Rejection> notDeleted(boolean deleted) {
        return Rejection.when(deleted, APP_DELETED);
    }
}
