package io.keyledger.server.ledger;

import io.keyledger.api.ledger.Origin;
import io.keyledger.api.ledger.OriginKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.jspecify.annotations.Nullable;

/** The origin of a command as message metadata, and its way from the command to the events. */
final class OriginMetadata implements CorrelationDataProvider {

    private static final List<String> PASSED_ON =
            List.of(
                    OriginKeys.ACTOR,
                    OriginKeys.ON_BEHALF_OF,
                    OriginKeys.SOURCE_ADDRESS,
                    OriginKeys.CORRELATION_ID,
                    OriginKeys.REASON);

    /** What no entry of the ledger may lack. */
    private static final List<String> REQUIRED =
            List.of(OriginKeys.ACTOR, OriginKeys.CORRELATION_ID);

    static Map<String, Object> of(Origin origin) {
        Map<String, Object> metadata = new HashMap<>();
        put(metadata, OriginKeys.ACTOR, origin.actor());
        put(metadata, OriginKeys.ON_BEHALF_OF, origin.onBehalfOf());
        put(metadata, OriginKeys.SOURCE_ADDRESS, origin.sourceAddress());
        put(metadata, OriginKeys.CORRELATION_ID, origin.correlationId());
        put(metadata, OriginKeys.REASON, origin.reason());
        return metadata;
    }

    /** Whether a message says who caused it and in which chain. */
    static boolean isComplete(Message<?> message) {
        return REQUIRED.stream()
                .allMatch(key ->
                        message.getMetaData().get(key) instanceof String it && !it.isBlank());
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> passedOn =
                message.getMetaData().entrySet().stream()
                        .filter(entry -> PASSED_ON.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        passedOn.put(OriginKeys.CAUSATION_ID, message.getIdentifier());
        return passedOn;
    }

    private static void put(Map<String, Object> metadata, String key, @Nullable String value) {
        if (value != null) {
            metadata.put(key, value);
        }
    }
}
