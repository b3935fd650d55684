package io.keyledger.server.ledger;

import java.util.Optional;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * What travels with a command, for those who work in its transaction, and enters no event. To be
 * asked for while a command's events are handled.
 */
public final class Enclosure {

    /** The command metadata that holds it; no provider of correlation data passes it on. */
    static final String KEY = "enclosure";

    private Enclosure() {}

    /** What came with the command that is being handled, when it is of this type. */
    public static <T> Optional<T> find(Class<T> type) {
        Object enclosed = message().getMetaData().get(KEY);
        return type.isInstance(enclosed) ? Optional.of(type.cast(enclosed)) : Optional.empty();
    }

    /** The command that is being handled. */
    public static Object command() {
        return message().getPayload();
    }

    private static Message<?> message() {
        return CurrentUnitOfWork.get().root().getMessage();
    }
}
