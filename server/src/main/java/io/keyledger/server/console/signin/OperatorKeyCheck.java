package io.keyledger.server.console.signin;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.Scope;
import io.keyledger.server.console.access.ConsoleVisit;
import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.IfMatch;
import io.keyledger.server.correlation.CorrelationId;
import io.keyledger.server.idempotency.IdempotencyKey;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.server.security.AdminKeys;
import io.keyledger.server.signin.Attempt;
import io.keyledger.server.signin.SignInThrottle;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Verdict;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Judges the operator key as a REST call with it would be judged, and asks for every scope. Trying
 * keys is slowed down as trying passwords is.
 */
@Component
@OnCommandNode
class OperatorKeyCheck {

    static final String FIELD = "key";

    private static final String METHOD = "POST";
    private static final String PATH = "/admin/v1/hubs/keyledger/accounts";

    private final AdminKeys keys;
    private final SignInThrottle throttle;

    OperatorKeyCheck(AdminKeys keys, SignInThrottle throttle) {
        this.keys = keys;
        this.throttle = throttle;
    }

    /**
     * The call that is made with the key.
     *
     * @throws ProblemException when it opens nothing here
     */
    Caller caller(ConsoleVisit visit, Form form) {
        Attempt attempt = Attempt.of(HubId.KEYLEDGER, "operator key", visit.source());
        throttle.enter(attempt).ifPresent(OperatorKeyCheck::tooMany);
        String presented = form.value(FIELD).strip();
        Credential credential = judge(visit, presented);
        throttle.forgive(attempt);
        return caller(visit, form, presented, credential);
    }

    private Credential judge(ConsoleVisit visit, String presented) {
        Verdict verdict = keys.judge(presented, METHOD, PATH, visit.source());
        Credential credential = verdict.credential();
        if (verdict.code().refusal() != null
                || credential == null
                || !visit.hub().scopes().stream()
                        .map(Scope::name)
                        .allMatch(credential.scopes()::contains)) {
            throw refused("This key does not open this. It takes the operator key.");
        }
        return credential;
    }

    private static Caller caller(
            ConsoleVisit visit, Form form, String presented, Credential credential) {
        return new Caller(
                "key:" + credential.id(),
                credential.workspace(),
                presented,
                credential.scopes(),
                null,
                visit.source(),
                CorrelationId.current(),
                METHOD + " " + visit.request().getRequestURI(),
                IdempotencyKey.parse(form.value(SignedIn.ONCE)),
                IfMatch.ANYTHING);
    }

    private static void tooMany(Duration left) {
        throw refused(
                "Too many attempts. Please try again in %d minutes."
                        .formatted(left.toMinutes() + 1));
    }

    private static ProblemException refused(String text) {
        return ProblemException.of(ProblemCode.INVALID_FIELD, FIELD, text);
    }
}
