package io.keyledger.server.security;

import io.keyledger.api.hub.Refusal;
import io.keyledger.verdict.profile.RefusalAnswer;
import io.keyledger.verdict.profile.RefusalAnswers;
import io.keyledger.verdict.profile.RefusalFacts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Writes refusals in the words of the built-in hub, with the Bearer challenge of RFC 6750. */
final class Refusals {

    private static final int RETRY_AFTER_SECONDS = 1;

    private final RefusalAnswers answers;

    Refusals(RefusalAnswers answers) {
        this.answers = answers;
    }

    void write(Refusal refusal, @Nullable String scope, HttpServletResponse response)
            throws IOException {
        RefusalAnswer answer = answers.of(refusal);
        RefusalFacts facts = new RefusalFacts(scope, null, RETRY_AFTER_SECONDS, Map.of());
        response.setStatus(answer.status());
        response.setContentType(answer.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String challenge = answer.challenge(facts);
        if (challenge != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        if (answer.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.getOutputStream().write(answer.body(facts));
    }
}
