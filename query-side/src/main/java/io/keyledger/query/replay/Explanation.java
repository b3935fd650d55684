package io.keyledger.query.replay;

import io.keyledger.verdict.Verdict;
import java.util.List;

/**
 * What the verdict on a request was, and why.
 *
 * @param verdict as the live verifier would have given it, rate limits aside
 * @param steps every check, in the order in which they are made
 */
public record Explanation(Verdict verdict, List<Step> steps) {

    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * One check.
     *
     * @param text what was found, in a sentence
     */
    public record Step(Check check, Outcome outcome, String text) {}

    /** How a check ended. */
    public enum Outcome {
        PASSED,
        REFUSED,
        /** A check before it had refused the request. */
        NOT_REACHED,
        /** Nothing is on record that could tell. */
        NOT_JUDGED
    }
}
