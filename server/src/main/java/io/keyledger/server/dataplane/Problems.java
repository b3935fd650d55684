package io.keyledger.server.dataplane;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors of the data plane itself, as problem details (RFC 9457) with a stable {@code code}. */
final class Problems {

    private static final String TYPE_PREFIX = "urn:keyledger:problem:";

    private static final byte[] TYPE = JsonWriter.name("type");
    private static final byte[] TITLE = JsonWriter.name("title");
    private static final byte[] STATUS = JsonWriter.name("status");
    private static final byte[] CODE = JsonWriter.name("code");
    private static final byte[] ERRORS = JsonWriter.name("errors");
    private static final byte[] ERROR_ID = JsonWriter.name("errorId");
    private static final byte[] REASONS = JsonWriter.name("reasons");
    private static final byte[] RETRY_AFTER = Answer.name("Retry-After");
    private static final int SOON = 1;

    private Problems() {}

    static Answer of(ErrorCode code) {
        return of(code, null, code.text());
    }

    static Answer of(RequestRefused refused) {
        return of(refused.code(), refused.field(), refused.text());
    }

    /** A fault of ours: the id stands in the log beside what happened. */
    static Answer internal(String errorId) {
        Answer answer = begin(ErrorCode.INTERNAL_ERROR);
        answer.json().field(ERROR_ID).string(errorId).endObject();
        return answer;
    }

    static Answer notReady(List<String> reasons) {
        Answer answer = begin(ErrorCode.NOT_READY);
        JsonWriter json = answer.json().field(REASONS).beginArray();
        reasons.forEach(json::string);
        json.endArray().endObject();
        return answer;
    }

    private static Answer of(ErrorCode code, @Nullable String field, String text) {
        Answer answer = begin(code);
        if (field != null) {
            answer.json()
                    .field(ERRORS)
                    .beginObject()
                    .field(JsonWriter.name(field))
                    .beginArray()
                    .string(text)
                    .endArray()
                    .endObject();
        }
        answer.json().endObject();
        return answer;
    }

    private static Answer begin(ErrorCode code) {
        Answer answer = Answer.begin(code.status()).field(Answer.PROBLEM_JSON);
        if (code.status() == 503) {
            answer.field(RETRY_AFTER, SOON);
        }
        answer.json()
                .beginObject()
                .field(TYPE)
                .string(TYPE_PREFIX + code.name())
                .field(TITLE)
                .string(code.text())
                .field(STATUS)
                .number(code.status())
                .field(CODE)
                .string(code.name());
        return answer;
    }
}
