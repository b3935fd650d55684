package io.keyledger.resourceserver.web;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.Refusal;
import io.keyledger.resourceserver.judge.Profiles;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.profile.ProofChallenge;
import io.keyledger.verdict.profile.RefusalAnswer;
import io.keyledger.verdict.profile.RefusalAnswers;
import io.keyledger.verdict.profile.RefusalFacts;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimitHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Answers as a hub's clients know it: status, headers and body in the hub's own words. */
public final class HubWords {

    private static final RefusalFacts SOON = RefusalFacts.retryAfter(1);

    private final Profiles profiles;
    private final Clock clock;

    public HubWords(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Refuses a request that has not come to a verdict, or whose verdict is not the point. */
    void refuse(HttpServletResponse response, String hub, Refusal refusal) throws IOException {
        refuse(response, hub, refusal, usual(refusal));
    }

    /** What a refusal tells that has nothing more to tell. */
    static RefusalFacts usual(Refusal refusal) {
        return refusal == Refusal.UNAVAILABLE ? SOON : RefusalFacts.NONE;
    }

    /**
     * What is to be said to a request that others could overhear; null when the hub does not mind.
     * Nobody knows that while its profile is not here.
     */
    @Nullable Refusal ofPlainHttp(String hub) {
        CompiledProfile profile = profiles.newest(hub);
        if (profile == null) {
            return Refusal.UNAVAILABLE;
        }
        return profile.source().access().httpsOnly() ? Refusal.INSECURE : null;
    }

    void refuse(HttpServletResponse response, String hub, Refusal refusal, RefusalFacts facts)
            throws IOException {
        RefusalAnswer answer = words(hub).of(refusal);
        write(response, answer, facts, answer.challenge(facts));
    }

    /**
     * Refuses a request that has not proven to hold the key of its token.
     *
     * @param attempted whether it tried to
     */
    void refuseUnproven(
            HttpServletResponse response,
            String hub,
            Refusal refusal,
            RefusalFacts facts,
            boolean attempted)
            throws IOException {
        write(response, words(hub).of(refusal), facts, ProofChallenge.of(attempted));
    }

    private RefusalAnswers words(String hub) {
        CompiledProfile profile = profiles.newest(hub);
        return profile == null ? RefusalAnswers.standard() : profile.refusals();
    }

    /** Tells where a budget stands, in the hub's style, if it has one. */
    void tellBudget(HttpServletResponse response, Verdict verdict) {
        BudgetState budget = verdict.budget();
        CompiledProfile profile = verdict.profile();
        WorkspaceStanding standing = verdict.standing();
        if (budget == null || profile == null || standing == null) {
            return;
        }
        RateLimits limits = profile.limits(standing.plan());
        if (limits != null) {
            RateLimitHeaders.tell(
                    limits, budget, clock.instant().getEpochSecond(), response::setHeader);
        }
    }

    private static void write(
            HttpServletResponse response,
            RefusalAnswer answer,
            RefusalFacts facts,
            @Nullable String challenge)
            throws IOException {
        byte[] body = answer.body(facts);
        response.setStatus(answer.status());
        response.setHeader(HttpHeaders.CONTENT_TYPE, answer.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (challenge != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        if (facts.retryAfterSeconds() > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(facts.retryAfterSeconds()));
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
