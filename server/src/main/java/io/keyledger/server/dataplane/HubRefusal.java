package io.keyledger.server.dataplane;

import io.keyledger.api.hub.Refusal;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.profile.RefusalAnswer;
import io.keyledger.verdict.profile.RefusalAnswers;
import io.keyledger.verdict.profile.RefusalFacts;

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

    /** The answer to a request that was refused by a verdict. */
    static Answer of(RefusalAnswers words, Refusal refusal, Verdict verdict) {
        Answer answer = answer(words, refusal, verdict.facts());
        RateLimitFields.add(answer, verdict);
        return answer;
    }

    private static Answer answer(RefusalAnswers words, Refusal refusal, RefusalFacts facts) {
        RefusalAnswer worded = words.of(refusal);
        Answer answer = Answer.begin(worded.status()).field(CONTENT_TYPE, worded.mediaType());
        String challenge = worded.challenge(facts);
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
