package io.keyledger.verdict;

import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.profile.RefusalFacts;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link VerificationRequest}.
 *
 * @param credential null when it was not found
 * @param standing null when the credential was not found
 * @param profile that judged; null when the credential was not found, or when its hub has none
 * @param missingScope the scope that the credential lacks; null unless {@code INSUFFICIENT_SCOPE}
 * @param budget where the tightest budget stands; null when no limit applies, or when the request
 *     was refused before and its hub does not tell budgets with every answer
 */
public record Verdict(
        VerdictCode code,
        @Nullable Credential credential,
        @Nullable WorkspaceStanding standing,
        @Nullable CompiledProfile profile,
        @Nullable String missingScope,
        @Nullable BudgetState budget) {

    /** The credential is unknown, or belongs to another hub than the one asked for. */
    public static final Verdict NOT_FOUND =
            new Verdict(VerdictCode.NOT_FOUND, null, null, null, null, null);

    public boolean isValid() {
        return code == VerdictCode.VALID;
    }

    /** What the answer to the client may tell of a refusal; see {@link VerdictCode#refusal()}. */
    public RefusalFacts facts() {
        return new RefusalFacts(
                missingScope,
                credential == null ? null : credential.kind().inWords(),
                budget == null || !canWait(budget) ? 0 : budget.retryAfterSeconds(),
                Map.of());
    }

    private boolean canWait(BudgetState state) {
        return code == VerdictCode.RATE_LIMITED && !state.isOutOfReach();
    }
}
