package io.keyledger.verdict.profile;

import io.keyledger.api.hub.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The {@code WWW-Authenticate} of one refusal (RFC 6750 §3). It says nothing that the body does
 * not: unknown, revoked and expired have the same one.
 *
 * @param fixed null when the answer has none
 * @param namesScope whether the missing scope is added
 */
record Challenge(@Nullable String fixed, boolean namesScope) {

    private static final int UNAUTHORIZED = 401;

    static Challenge of(Refusal refusal, int status, String realm) {
        String error =
                switch (refusal) {
                    case MALFORMED -> "invalid_request";
                    case INVALID, EXPIRED -> "invalid_token";
                    case INSUFFICIENT_SCOPE -> "insufficient_scope";
                    default -> null;
                };
        if (error != null) {
            return new Challenge(
                    "Bearer realm=\"" + realm + "\", error=\"" + error + "\"",
                    refusal == Refusal.INSUFFICIENT_SCOPE);
        }
        // RFC 9110 §15.5.2: every 401 has one.
        return new Challenge(
                status == UNAUTHORIZED ? "Bearer realm=\"" + realm + "\"" : null, false);
    }

    @Nullable String render(RefusalFacts facts) {
        String scope = facts.scope();
        return namesScope && scope != null && isScopeToken(scope)
                ? fixed + ", scope=\"" + scope + "\""
                : fixed;
    }

    /** RFC 6749 §3.3; anything else could end the quoted string, or the header. */
    private static boolean isScopeToken(String scope) {
        return !scope.isEmpty()
                && scope.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '"' && c != '\\');
    }
}
