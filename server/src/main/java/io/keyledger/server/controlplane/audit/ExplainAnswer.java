package io.keyledger.server.controlplane.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.query.replay.Explanation;
import io.keyledger.server.controlplane.Word;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the verdict on a request was, and why.
 *
 * @param secret the generation that was judged; absent when there was none
 * @param code of the verdict, rate limits aside
 * @param missingScope absent unless the code is {@code INSUFFICIENT_SCOPE}
 * @param profileVersion that judged
 * @param steps the checks in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplainAnswer(
        String credential,
        @Nullable Integer secret,
        Instant at,
        String code,
        @Nullable String missingScope,
        @Nullable Integer profileVersion,
        List<StepAnswer> steps) {

    static ExplainAnswer of(String id, Instant at, Explanation explanation) {
        Verdict verdict = explanation.verdict();
        Credential judged = verdict.credential();
        CompiledProfile profile = verdict.profile();
        return new ExplainAnswer(
                id,
                judged == null ? null : judged.generation(),
                at,
                verdict.code().name(),
                verdict.missingScope(),
                profile == null ? null : profile.version(),
                explanation.steps().stream().map(StepAnswer::of).toList());
    }

    /**
     * One check.
     *
     * @param outcome {@code passed}, {@code refused}, {@code not_reached} or {@code not_judged}
     */
    record StepAnswer(String check, String outcome, String text) {

        static StepAnswer of(Explanation.Step step) {
            return new StepAnswer(Word.of(step.check()), Word.of(step.outcome()), step.text());
        }
    }
}
