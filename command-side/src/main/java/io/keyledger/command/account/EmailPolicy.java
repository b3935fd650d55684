package io.keyledger.command.account;

import static io.keyledger.api.rejection.RejectionReason.EMAIL_INVALID;
import static io.keyledger.api.rejection.RejectionReason.EMAIL_TAKEN;

import io.keyledger.api.account.AccountCommand.RegisterAccount;
import io.keyledger.api.account.AccountId;
import io.keyledger.command.policy.Rejection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address names one person of a hub, whatever its case. It is ASCII only: letters that
 * look alike, or whose capital is another letter's, would let one person be taken for another.
 */
final class EmailPolicy {

    private static final int LONGEST = 254;
    private static final String ATOM = "[-0-9A-Za-z!#$%&'*+/=?^_`{|}~]+";
    private static final String LABEL = "[0-9A-Za-z](?:[-0-9A-Za-z]{0,61}[0-9A-Za-z])?";

    /** A dot-atom of at most 64 characters at a domain name (RFC 5321 §4.1.2, §4.5.3.1). */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?=[^@]{1,64}@)"
                            + ATOM
                            + "(?:\\."
                            + ATOM
                            + ")*@(?:"
                            + LABEL
                            + "\\.)+"
                            + LABEL);

    private EmailPolicy() {}

    static Optional<Rejection> acceptable(String email) {
        boolean refused = email.length() > LONGEST || !ADDRESS.matcher(email).matches();
        return Rejection.when(refused, EMAIL_INVALID, "email", email);
    }

    static Optional<Rejection> free(RegisterAccount command, Accounts accounts) {
        Optional<AccountId> owner = accounts.withEmail(command.hub(), command.email());
        return Rejection.when(owner.isPresent(), EMAIL_TAKEN, "email", command.email());
    }
}
