package io.keyledger.server.controlplane;

import io.keyledger.api.ledger.Origin;
import io.keyledger.query.verification.Confirmations;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.idempotency.Idempotency;
import io.keyledger.server.idempotency.IdempotentCall;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How endpoints change things: once for each idempotency key, and with a receipt. */
@Component
@OnCommandNode
public class Mutations {

    private final Idempotency idempotency;
    private final Commands commands;
    private final Confirmations confirmations;
    private final JsonMapper mapper;

    Mutations(
            Idempotency idempotency,
            Commands commands,
            Confirmations confirmations,
            JsonMapper mapper) {
        this.idempotency = idempotency;
        this.commands = commands;
        this.confirmations = confirmations;
        this.mapper = mapper;
    }

    /**
     * Carries a call out, or answers it again when it was carried out before.
     *
     * @param body of the request
     * @param plan what the call will create, minted before anything is done
     */
    public <P, T> ResponseEntity<T> once(
            Caller caller,
            Object body,
            Class<T> answerType,
            P plan,
            Function<P, Answer<T>> perform) {
        return response(
                caller.idempotencyKey()
                        .map(key ->
                                new IdempotentCall(
                                        caller.actor(),
                                        caller.credential(),
                                        key,
                                        request(caller, body)))
                        .map(call -> idempotency.once(call, answerType, plan, perform))
                        .orElseGet(() -> perform.apply(plan)));
    }

    /**
     * Changes one thing, and answers with a receipt.
     *
     * @param id of what is changed
     * @param body of the request
     * @param reason why; null when not given
     */
    public ResponseEntity<ChangeAnswer> change(
            Caller caller, String id, Object body, @Nullable String reason, Object command) {
        return once(
                caller,
                body,
                ChangeAnswer.class,
                id,
                same -> {
                    CommandResult result = send(caller, reason, command);
                    return new Answer<>(
                            200,
                            Map.of(HttpHeaders.ETAG, EntityTag.of(result.version())),
                            new ChangeAnswer(same, receipt(result)));
                });
    }

    /** Sends a command and waits until it is decided. */
    public CommandResult send(Caller caller, @Nullable String reason, Object command) {
        return send(caller, reason, command, null);
    }

    /** As above, with something that travels with the command and enters no event. */
    public CommandResult send(
            Caller caller, @Nullable String reason, Object command, @Nullable Object enclosure) {
        Origin origin = caller.origin(reason);
        return caller.ifMatch()
                .attempt(version -> commands.send(command, origin, version, enclosure));
    }

    /** Returns when what stands at this position in the ledger is in force on every node. */
    public Receipt receipt(CommandResult result) {
        return Receipt.of(confirmations.await(result.position()));
    }

    private String request(Caller caller, Object body) {
        return caller.operation() + "\n" + mapper.writeValueAsString(body);
    }

    private static <T> ResponseEntity<T> response(Answer<T> answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
        answer.headers().forEach(response::header);
        return response.body(answer.body());
    }
}
