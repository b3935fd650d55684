package io.keyledger.server.dataplane;

import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/introspect}: what a key or token is good for (RFC 7662), whatever it is to be
 * used for. It spends nothing of any budget.
 */
final class IntrospectEndpoint implements Endpoint {

    /** No request in particular: only what the credential itself may be refused for. */
    private static final VerificationRequest NOTHING =
            new VerificationRequest(null, null, null, List.of(), 0, null);

    private final Inquiry inquiry;
    private final Callers callers;
    private final Issuers issuers;
    private final Metrics metrics;

    IntrospectEndpoint(Inquiry inquiry, Callers callers, Issuers issuers, Metrics metrics) {
        this.inquiry = inquiry;
        this.callers = callers;
        this.issuers = issuers;
        this.metrics = metrics;
    }

    @Override
    public boolean answers(HttpMethod method) {
        return HttpMethod.POST.equals(method);
    }

    @Override
    public String allowed() {
        return "POST";
    }

    @Override
    public void handle(Exchange exchange) {
        callers.admit(exchange, HttpMethod.POST, Endpoints.INTROSPECT, () -> ask(exchange));
    }

    private void ask(Exchange exchange) {
        String token = IntrospectedToken.in(exchange);
        inquiry.ask(exchange, token, NOTHING, verdict -> answerBound(exchange, token, verdict));
    }

    /** A token that is bound to a key is as active as any: it is its user who has to prove it. */
    private void answerBound(Exchange exchange, String token, @Nullable Verdict verdict) {
        if (verdict == null
                || verdict.code() != VerdictCode.PROOF_INVALID
                || verdict.credential() == null) {
            answer(exchange, verdict);
            return;
        }
        inquiry.ask(
                exchange,
                token,
                NOTHING.proving(verdict.credential().boundKey()),
                proven -> answer(exchange, proven));
    }

    private void answer(Exchange exchange, @Nullable Verdict verdict) {
        if (verdict == null) {
            metrics.unknown();
            exchange.refuse(ErrorCode.UNAVAILABLE);
            return;
        }
        metrics.judged(verdict.code());
        Answer answer = Answer.begin(200).field(Answer.JSON);
        IntrospectionJson.write(answer.json(), verdict, issuers);
        exchange.answer(answer);
    }
}
