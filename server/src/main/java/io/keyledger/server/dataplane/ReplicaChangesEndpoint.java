package io.keyledger.server.dataplane;

import io.keyledger.query.verification.ReplicaFeed;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;

/**
 * {@code POST /v1/replica/changes}: what has changed behind what a replica has applied, and how
 * long it may trust its copy after that. Answered at once when there is something to tell, else a
 * moment later.
 */
final class ReplicaChangesEndpoint implements Endpoint {

    private final ReplicaFeed feed;
    private final Callers callers;

    ReplicaChangesEndpoint(ReplicaFeed feed, Callers callers) {
        this.feed = feed;
        this.callers = callers;
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
        callers.admit(exchange, HttpMethod.POST, Endpoints.REPLICA_CHANGES, () -> ask(exchange));
    }

    private void ask(Exchange exchange) {
        Question question = ReplicaQuestions.read(exchange, Question.class);
        exchange.whenComplete(
                feed.changes(question.replica(), question.epoch(), question.since()),
                (batch, failure) -> {
                    if (batch == null) {
                        exchange.refuse(ErrorCode.UNAVAILABLE);
                    } else {
                        ReplicaQuestions.answer(exchange, Told.of(batch));
                    }
                });
    }

    /** What a replica says of itself. */
    record Question(String replica, String epoch, long since) {

        Question {
            if (replica.isEmpty() || replica.length() > 64 || epoch.length() > 128) {
                throw new RequestRefused(ErrorCode.FIELD_INVALID);
            }
        }
    }

    /** The body. */
    record Told(String epoch, long to, List<String> changes, long trustMillis, long at) {

        static Told of(ReplicaFeed.Batch batch) {
            return new Told(
                    batch.epoch(),
                    batch.to(),
                    batch.changes(),
                    batch.trust().toMillis(),
                    System.currentTimeMillis());
        }
    }
}
