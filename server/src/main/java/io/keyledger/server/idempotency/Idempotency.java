package io.keyledger.server.idempotency;

import io.keyledger.server.idempotency.IdempotencyConflict.Kind;
import io.keyledger.server.seal.Seal;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out a call once, however often it is sent.
 *
 * <p>What a call creates is planned before anything is done: identifiers and secrets are minted and
 * stored, sealed. Commands are idempotent for the same identifiers, so a call whose node died half
 * way is carried out again with the same plan, and has the same effect and the same answer.
 */
public final class Idempotency {

    /** How long a node has for a call before another may take it on. */
    static final Duration CLAIM = Duration.ofSeconds(30);

    /** How long an answer can be had again. */
    static final Duration RETENTION = Duration.ofHours(24);

    private final IdempotencyTable table;
    private final JsonMapper mapper;

    Idempotency(IdempotencyTable table, JsonMapper mapper) {
        this.table = table;
        this.mapper = mapper;
    }

    /**
     * Answers a call, from memory when it was answered before.
     *
     * @param answerType of the answer's body
     * @param plan what the call will create, minted before anything is done
     * @param perform carries the plan out; when it throws, the call can be sent again at once
     * @throws IdempotencyConflict when the key cannot be used for this call, or not now
     */
    public <P, T> Answer<T> once(
            IdempotentCall call, Class<T> answerType, P plan, Function<P, Answer<T>> perform) {
        Seal seal = call.seal();
        byte[] fresh = seal.close(mapper.writeValueAsBytes(plan));
        return table.claim(call, fresh, CLAIM)
                .map(sealed ->
                        perform(
                                call,
                                seal,
                                perform,
                                mapper.readValue(open(seal, sealed), typeOf(plan))))
                .orElseGet(() -> answerAgain(call, seal, answerType));
    }

    private <P, T> Answer<T> perform(
            IdempotentCall call, Seal seal, Function<P, Answer<T>> perform, P plan) {
        boolean done = false;
        try {
            Answer<T> answer = perform.apply(plan);
            table.complete(call, seal.close(mapper.writeValueAsBytes(answer)));
            done = true;
            return answer;
        } finally {
            if (!done) {
                table.release(call);
            }
        }
    }

    private <T> Answer<T> answerAgain(IdempotentCall call, Seal seal, Class<T> answerType) {
        IdempotencyTable.Known known =
                table.find(call).orElseThrow(() -> new IdempotencyConflict(Kind.IN_PROGRESS));
        if (!Arrays.equals(known.fingerprint(), call.fingerprint())) {
            throw new IdempotencyConflict(Kind.DIFFERENT_REQUEST);
        }
        byte[] sealed = known.sealedAnswer();
        if (sealed == null) {
            throw new IdempotencyConflict(Kind.IN_PROGRESS);
        }
        return mapper.readValue(open(seal, sealed), answerOf(answerType));
    }

    private byte[] open(Seal seal, byte[] sealed) {
        return seal.open(sealed)
                .orElseThrow(() -> new IdempotencyConflict(Kind.SEALED_FOR_ANOTHER_SECRET));
    }

    private JavaType typeOf(Object plan) {
        return mapper.getTypeFactory().constructType(plan.getClass());
    }

    private JavaType answerOf(Class<?> body) {
        return mapper.getTypeFactory().constructParametricType(Answer.class, body);
    }
}
