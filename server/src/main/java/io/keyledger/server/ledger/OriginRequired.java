package io.keyledger.server.ledger;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Stops what nobody answers for: a command, and an event on its way into the ledger. */
final class OriginRequired<M extends Message<?>> implements MessageDispatchInterceptor<M> {

    @Override
    public BiFunction<Integer, M, M> handle(List<? extends M> messages) {
        return (_, message) -> {
            if (!OriginMetadata.isComplete(message)) {
                throw new IllegalStateException(
                        message.getPayloadType().getSimpleName()
                                + " has no origin: send commands through Commands");
            }
            return message;
        };
    }
}
