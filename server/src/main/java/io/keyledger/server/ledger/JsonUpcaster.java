package io.keyledger.server.ledger;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rewrites events of one name from one revision to the next. */
abstract class JsonUpcaster extends SingleEventUpcaster {

    private final SimpleSerializedType from;
    private final SimpleSerializedType to;

    /**
     * @param name the logical name of the event
     * @param from the revision that is read; the next one is what comes out
     */
    JsonUpcaster(String name, int from) {
        this.from = new SimpleSerializedType(name, Integer.toString(from));
        this.to = new SimpleSerializedType(name, Integer.toString(from + 1));
    }

    /** Changes an event of the old revision into one of the new. */
    abstract void upcast(ObjectNode event);

    @Override
    protected final boolean canUpcast(IntermediateEventRepresentation event) {
        return from.equals(event.getType());
    }

    @Override
    protected final IntermediateEventRepresentation doUpcast(
            IntermediateEventRepresentation event) {
        return event.upcast(
                to,
                JsonNode.class,
                json -> {
                    upcast((ObjectNode) json);
                    return json;
                },
                metadata -> metadata);
    }
}
