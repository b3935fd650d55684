package io.keyledger.server.dataplane;

import io.keyledger.verdict.Verdict;
import io.netty.handler.codec.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/verify}: one question, one verdict. A refusal is an answer too, and so is 200.
 */
final class VerifyEndpoint implements Endpoint {

    private final ProvenInquiry inquiry;
    private final Callers callers;
    private final Metrics metrics;

    VerifyEndpoint(ProvenInquiry inquiry, Callers callers, Metrics metrics) {
        this.inquiry = inquiry;
        this.callers = callers;
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
        callers.admit(exchange, HttpMethod.POST, Endpoints.VERIFY, () -> ask(exchange));
    }

    private void ask(Exchange exchange) {
        MediaTypes.requireJson(exchange.headers());
        Question question = QuestionReader.one(exchange.body());
        inquiry.ask(
                exchange,
                question.credential(),
                question.request(),
                question.attempt(),
                verdict -> answer(exchange, question, verdict));
    }

    private void answer(Exchange exchange, Question question, @Nullable Verdict verdict) {
        if (verdict == null) {
            metrics.unknown();
            exchange.refuse(ErrorCode.UNAVAILABLE);
            return;
        }
        metrics.judged(verdict, question.request().cost());
        Answer answer = Answer.begin(200).field(Answer.JSON);
        VerdictJson.write(answer.json(), verdict);
        exchange.answer(answer);
    }
}
