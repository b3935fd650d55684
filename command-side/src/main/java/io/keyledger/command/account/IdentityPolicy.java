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
        return Optional.ofNullable(identity)
                .flatMap(it -> issuer(it.issuer()).or(() -> subject(it.subject())));
    }

    /** An issuer is an address without a query (OpenID Connect Core §2). */
    private static Optional<Rejection> issuer(String issuer) {
        boolean fits = WebAddress.parse(issuer).filter(it -> it.query() == null).isPresent();
        return Rejection.when(!fits, IDENTITY_INVALID, "identity.issuer", issuer);
    }

    private static Optional<Rejection> subject(String subject) {
        boolean fits =
                TextPolicy.isLine(subject, LONGEST_SUBJECT)
                        && subject.chars().allMatch(c -> c <= LAST_OF_ASCII);
        return Rejection.when(!fits, IDENTITY_INVALID, "identity.subject", subject);
    }

    /** Linking the account that is linked already is no conflict. */
    static Optional<Rejection> free(
            HubId hub, AccountId account, @Nullable ExternalIdentity identity, Accounts accounts) {
        return Optional.ofNullable(identity)
                .filter(it ->
                        accounts.withIdentity(hub, it)
                                .filter(owner -> !owner.equals(account))
                                .isPresent())
                .map(it -> Rejection.of(IDENTITY_TAKEN, "identity", it.subject()));
    }
}
