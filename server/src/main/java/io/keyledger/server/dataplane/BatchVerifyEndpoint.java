package io.keyledger.server.dataplane;

import io.keyledger.verdict.Verdict;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/verify:batch}: up to {@value Limits#BATCH_QUESTIONS} questions, their verdicts in
 * the same order. When the truth of one is not known, none is answered.
 */
final class BatchVerifyEndpoint implements Endpoint {

    private static final byte[] VERDICTS = JsonWriter.name("verdicts");

    private final ProvenInquiry inquiry;
    private final Callers callers;
    private final Metrics metrics;

    BatchVerifyEndpoint(ProvenInquiry inquiry, Callers callers, Metrics metrics) {
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
    public int bodyLimit() {
        return Limits.BATCH_BODY;
    }

    @Override
    public void handle(Exchange exchange) {
        callers.admit(exchange, HttpMethod.POST, Endpoints.BATCH, () -> ask(exchange));
    }

    private void ask(Exchange exchange) {
        MediaTypes.requireJson(exchange.headers());
        List<Question> questions = QuestionReader.batch(exchange.body());
        Batch batch = new Batch(exchange, questions);
        for (int i = 0; i < questions.size() && !exchange.isAnswered(); i++) {
            Question question = questions.get(i);
            int index = i;
            inquiry.ask(
                    exchange,
                    question.credential(),
                    question.request(),
                    question.attempt(),
                    verdict -> batch.put(index, verdict));
        }
    }

    /** The verdicts that are there so far. */
    private final class Batch {

        private final Exchange exchange;
        private final List<Question> questions;
        private final @Nullable Verdict[] verdicts;
        private int outstanding;

        Batch(Exchange exchange, List<Question> questions) {
            this.exchange = exchange;
            this.questions = questions;
            verdicts = new @Nullable Verdict[questions.size()];
            outstanding = questions.size();
        }

        void put(int index, @Nullable Verdict verdict) {
            if (verdict == null) {
                metrics.unknown();
                exchange.refuse(ErrorCode.UNAVAILABLE);
                return;
            }
            metrics.judged(verdict, questions.get(index).request().cost());
            verdicts[index] = verdict;
            outstanding--;
            if (outstanding == 0) {
                answer();
            }
        }

        private void answer() {
            Answer answer = Answer.begin(200).field(Answer.JSON);
            JsonWriter json = answer.json().beginObject().field(VERDICTS).beginArray();
            for (Verdict verdict : verdicts) {
                if (verdict != null) {
                    VerdictJson.write(json, verdict);
                }
            }
            json.endArray().endObject();
            exchange.answer(answer);
        }
    }
}
