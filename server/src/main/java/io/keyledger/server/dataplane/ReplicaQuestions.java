package io.keyledger.server.dataplane;

import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what replicas ask, strictly. */
final class ReplicaQuestions {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private ReplicaQuestions() {}

    static <T> T read(Exchange exchange, Class<T> type) {
        MediaTypes.requireJson(exchange.headers());
        byte[] bytes = ByteBufUtil.getBytes(exchange.body());
        try {
            return JSON.readValue(bytes, type);
        } catch (JacksonException _) {
            throw new RequestRefused(ErrorCode.JSON_MALFORMED);
        } finally {
            // It may have held a credential.
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static void answer(Exchange exchange, Object body) {
        Answer answer = Answer.begin(200).field(Answer.JSON);
        answer.body(JSON.writeValueAsBytes(body));
        exchange.answer(answer);
    }
}
