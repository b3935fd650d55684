package io.keyledger.command.grant;

import static io.keyledger.api.oauthapp.ClientType.CONFIDENTIAL;
import static io.keyledger.api.rejection.RejectionReason.CODE_VERIFIER_MISMATCH;
import static io.keyledger.api.rejection.RejectionReason.PKCE_REQUIRED;

import io.keyledger.command.policy.Rejection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who has seen the code has not yet seen the verifier (RFC 7636, RFC 9700 §2.1.1). */
final class PkcePolicy {

    /** A SHA-256 in base64url. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private PkcePolicy() {}

    /** Only a hub that says so lets an app with a secret of its own do without. */
    static Optional<Rejection> sufficient(@Nullable String challenge, Terms terms) {
        boolean refused =
                challenge == null ? !optional(terms) : !CHALLENGE.matcher(challenge).matches();
        return Rejection.when(refused, PKCE_REQUIRED, "codeChallenge", challenge);
    }

    /**
     * A verifier for a code without challenge is refused too: somebody has taken it out (§4.8.2).
     */
    static Optional<Rejection> verified(@Nullable String asked, @Nullable String presented) {
        return Rejection.when(!Objects.equals(asked, presented), CODE_VERIFIER_MISMATCH);
    }

    private static boolean optional(Terms terms) {
        return terms.rules().pkceOptionalForConfidentialClients()
                && terms.app().type() == CONFIDENTIAL;
    }
}
