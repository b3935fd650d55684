package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpMethod;
import java.util.List;

/** {@code GET /healthz}: 200 when verdicts can be trusted, else 503 with the reasons. */
final class HealthEndpoint implements Endpoint {

    private static final byte[] STATUS = JsonWriter.name("status");

    private final Readiness readiness;

    HealthEndpoint(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public boolean answers(HttpMethod method) {
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    }

    @Override
    public String allowed() {
        return "GET, HEAD";
    }

    @Override
    public void handle(Exchange exchange) {
        List<String> reasons = readiness.reasonsAgainst();
        if (reasons.isEmpty()) {
            Answer answer = Answer.begin(200).field(Answer.JSON);
            answer.json().beginObject().field(STATUS).string("ready").endObject();
            exchange.answer(answer);
        } else {
            exchange.answer(Problems.notReady(reasons));
        }
    }
}
