package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.ACCOUNT_CLOSED;
import static io.keyledger.api.rejection.RejectionReason.ACCOUNT_ID_TAKEN;

import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;

/** An account is registered once and closed for good. */
final class LifecyclePolicy {

    private LifecyclePolicy() {}

    /** Asking for the same again is a retry, whatever has become of the account since. */
    static Optional<Rejection> same(AccountRegistered wanted, AccountRegistered registered) {
        boolean other = !wanted.equals(registered);
        return Rejection.when(other, ACCOUNT_ID_TAKEN, "id", wanted.account());
    }

    static Optional<Rejection> notClosed(boolean closed) {
        return Rejection.when(closed, ACCOUNT_CLOSED);
    }
}
