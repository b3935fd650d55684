package io.keyledger.server.dataplane;

import io.keyledger.api.hub.Refusal;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.profile.ProofChallenge;
import io.keyledger.verdict.profile.RefusalAnswer;
import io.keyledger.verdict.profile.RefusalAnswers;
import io.keyledger.verdict.profile.RefusalFacts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refusals as a hub's own clients know them: its status, its body, and what the RFCs ask for. */
final class HubRefusal {

    private static final byte[] CONTENT_TYPE = Answer.name("Content-Type");
    private static final byte[] WWW_AUTHENTICATE = Answer.name("WWW-Authenticate");
    private static final byte[] RETRY_AFTER = Answer.name("Retry-After");
    private static final RefusalFacts SOON = RefusalFacts.retryAfter(1);

    private HubRefusal() {}

    /** The answer to a request that has not come to a verdict. */
    static Answer without(RefusalAnswers words, Refusal refusal) {
        return answer(words, refusal, refusal == Refusal.UNAVAILABLE ? SOON : RefusalFacts.NONE);
    }

    /** The answer to one of too many requests that came to nothing. */
    static Answer tooMany(RefusalAnswers words, Duration left) {
        return answer(words, Refusal.RATE_LIMITED, RefusalFacts.retryAfter(left.toSeconds() + 1));
    }

    /** The answer to a request that was refused by a verdict. */
    static Answer of(RefusalAnswers words, Refusal refusal, Verdict verdict) {
        Answer answer = answer(words, refusal, verdict.facts());
        RateLimitFields.add(answer, verdict);
        return answer;
    }

    /**
     * The answer to a request that has not proven to hold the key of its token.
     *
     * @param attempted whether it tried to
     */
    static Answer unproven(
            RefusalAnswers words, Refusal refusal, Verdict verdict, boolean attempted) {
        return answer(words.of(refusal), verdict.facts(), ProofChallenge.of(attempted));
    }

    private static Answer answer(RefusalAnswers words, Refusal refusal, RefusalFacts facts) {
        RefusalAnswer worded = words.of(refusal);
        return answer(worded, facts, worded.challenge(facts));
    }

    private static Answer answer(
            RefusalAnswer worded, RefusalFacts facts, @Nullable String challenge) {
        Answer answer = Answer.begin(worded.status()).field(CONTENT_TYPE, worded.mediaType());
        if (challenge != null) {
            answer.field(WWW_AUTHENTICATE, challenge);
        }
        if (facts.retryAfterSeconds() > 0) {
            answer.field(RETRY_AFTER, facts.retryAfterSeconds());
        }
        answer.body(worded.body(facts));
        return answer;
    }
}
