package io.keyledger.server.controlplane.audit;

import io.keyledger.server.controlplane.Moments;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.verdict.VerificationRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/v1/explain}: would this request have been allowed then, and why? */
@RestController
@Tag(name = "Audit")
final class Explaining {

    private final Explained explained;
    private final Clock clock;

    Explaining(Explained explained, Clock clock) {
        this.explained = explained;
        this.clock = clock;
    }

    @Operation(
            summary = "Tell what the verdict on a request was at an instant, and why",
            description =
                    "Every check in its fixed order. Rate limits are not part of it: what was left of"
                            + " a budget then is not on record. Changes nothing.")
    @PostMapping("/admin/v1/explain")
    ExplainAnswer explain(@RequestBody ExplainBody body) {
        String credential = Required.field("credential", body.credential());
        VerificationRequest request = request(Required.field("request", body.request()));
        Instant at = Moments.past("at", body.at(), clock);
        Integer secret = generation(body.secret());
        return ExplainAnswer.of(credential, at, explained.of(credential, secret, request, at));
    }

    private static VerificationRequest request(ExplainBody.Request request) {
        return new VerificationRequest(
                null,
                Required.field("request.method", request.method()),
                Required.field("request.path", request.path()),
                List.of(),
                1,
                request.address(),
                request.provenKey());
    }

    private static @Nullable Integer generation(@Nullable Integer secret) {
        if (secret != null && secret < 1) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD, "secret", "Secrets are counted from 1.");
        }
        return secret;
    }
}
