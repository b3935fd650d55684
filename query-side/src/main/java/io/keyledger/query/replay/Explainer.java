package io.keyledger.query.replay;

import io.keyledger.query.replay.Explanation.Outcome;
import io.keyledger.query.replay.Explanation.Step;
import io.keyledger.verdict.Decision;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimiter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges requests of the past by the decision function of the live verifier, and says why. The
 * words follow the verdict: which check refused is never decided twice.
 */
public final class Explainer {

    /** Always has room: what was left of a budget then is not on record. */
    private static final RateLimiter ROOM =
            (_, _, _) -> new BudgetState(true, Long.MAX_VALUE, Long.MAX_VALUE, 0, 0);

    private Explainer() {}

    /**
     * The verdict on a request, and why.
     *
     * @param rights at the instant of the request
     * @param secret that the request was made with; null when there was none of that generation
     */
    public static Explanation explain(
            Rights rights, @Nullable PastSecret secret, VerificationRequest request) {
        Verdict verdict =
                Decision.decide(
                        secret == null ? null : secret.credential(),
                        rights.standing(),
                        rights.profile(),
                        request,
                        rights.at().toEpochMilli(),
                        ROOM);
        return new Explanation(verdict, steps(verdict, new Reasons(rights, secret, request)));
    }

    /** Of a credential that did not exist yet. */
    public static Explanation beforeIts(Instant beginning) {
        return new Explanation(
                Verdict.NOT_FOUND,
                steps(
                        Verdict.NOT_FOUND,
                        (_, _) -> "It did not exist yet: it is there since " + beginning + "."));
    }

    private static List<Step> steps(Verdict verdict, Wording words) {
        List<Step> steps = new ArrayList<>();
        boolean reached = true;
        for (Check check : Check.values()) {
            Outcome outcome = outcome(check, verdict.code(), reached);
            reached = reached && outcome != Outcome.REFUSED;
            steps.add(
                    new Step(
                            check,
                            outcome,
                            outcome == Outcome.NOT_REACHED
                                    ? "Not looked at: the request had been refused."
                                    : words.of(check, outcome == Outcome.PASSED)));
        }
        return steps;
    }

    private static Outcome outcome(Check check, VerdictCode code, boolean reached) {
        if (!reached) {
            return Outcome.NOT_REACHED;
        }
        if (check == Check.RATE_LIMIT) {
            return Outcome.NOT_JUDGED;
        }
        return check.refusal() == code ? Outcome.REFUSED : Outcome.PASSED;
    }

    /** What a check found, in a sentence. */
    interface Wording {
        String of(Check check, boolean passed);
    }
}
