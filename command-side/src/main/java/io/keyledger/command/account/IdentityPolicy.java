package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.IDENTITY_INVALID;
import static io.keyledger.api.rejection.RejectionReason.IDENTITY_TAKEN;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.hub.HubId;
import io.keyledger.command.policy.Rejection;
import io.keyledger.command.policy.TextPolicy;
import io.keyledger.command.policy.WebAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An identity is one person of one provider, and signs in as one account of a hub. An account may
 * do without.
 */
final class IdentityPolicy {

    private static final int LONGEST_SUBJECT = 255;
    private static final int LAST_OF_ASCII = 127;

    private IdentityPolicy() {}

    static Optional<Rejection> acceptable(@Nullable ExternalIdentity identity) {
        boolean refused = identity != null && !isIdentity(identity);
        return Rejection.when(refused, IDENTITY_INVALID, "identity", identity);
    }

    /** An issuer has no query (OpenID Connect Core §2); a subject is up to 255 ASCII characters. */
    private static boolean isIdentity(ExternalIdentity identity) {
        String subject = identity.subject();
        return WebAddress.parse(identity.issuer()).filter(it -> it.query() == null).isPresent()
                && TextPolicy.isLine(subject, LONGEST_SUBJECT)
                && subject.chars().allMatch(c -> c <= LAST_OF_ASCII);
    }

    /** Linking the account that is linked already is no conflict. */
    static Optional<Rejection> free(
            HubId hub,
            AccountId account,
            @Nullable ExternalIdentity identity,
            Accounts accounts) {
        Optional<AccountId> other =
                Optional.ofNullable(identity)
                        .flatMap(it -> accounts.withIdentity(hub, it))
                        .filter(it -> !it.equals(account));
        return Rejection.when(other.isPresent(), IDENTITY_TAKEN, "identity", identity);
    }
}
