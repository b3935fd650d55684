package io.keyledger.server.ledger;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * Every upcaster, oldest first: events of an old revision pass through them on their way out of the
 * ledger. The name says from what to what: {@code ApiKeyRenamed_1_to_2}.
 */
final class Upcasters {

    private Upcasters() {}

    static EventUpcaster chain() {
        return new EventUpcasterChain(
                List.of(new ApiKeyIssued_1_to_2(), new HubProfilePublished_1_to_2()));
    }
}
