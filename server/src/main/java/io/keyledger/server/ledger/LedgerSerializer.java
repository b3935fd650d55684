package io.keyledger.server.ledger;

import io.keyledger.api.ledger.EventCatalog;
import io.keyledger.api.ledger.EventName;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes events as JSON under the names of the {@link EventCatalog}, and reads nothing else.
 *
 * <p>Every field is written, null or not, and every field must be there to be read, no more and no
 * less: a shape that changes without a new revision and an upcaster fails loudly. An event of an
 * unknown name or revision fails too, where Axon would hand on a placeholder that handlers pass
 * over.
 */
class LedgerSerializer extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    LedgerSerializer() {
        super(builder().jsonMapperBuilderCustomizer(LedgerSerializer::strictly));
    }

    private static void strictly(JsonMapper.Builder json) {
        json.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .addModule(
                        new SimpleModule("written order")
                                .addAbstractTypeMapping(Set.class, LinkedHashSet.class));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == MetaData.class) {
            return new SimpleSerializedType(METADATA, null);
        }
        EventName name = type == null ? null : nameOf(type).orElse(null);
        if (name == null) {
            throw new SerializationException(
                    type + " is not in the event catalog and cannot be stored");
        }
        return new SimpleSerializedType(name.name(), revision(name));
    }

    @Override
    public Class<?> classForType(SerializedType stored) {
        if (METADATA.equals(stored.getName())) {
            return MetaData.class;
        }
        Class<?> type = typeOf(stored.getName()).orElseThrow(() -> unknown(stored));
        String newest = revision(nameOf(type).orElseThrow());
        if (!newest.equals(stored.getRevision())) {
            throw unknown(stored);
        }
        return type;
    }

    /** The name that a type is stored under. */
    Optional<EventName> nameOf(Class<?> type) {
        return EventCatalog.nameOf(type);
    }

    /** The type that is stored under a name. */
    Optional<Class<?>> typeOf(String name) {
        return EventCatalog.typeOf(name);
    }

    static String revision(EventName name) {
        return Integer.toString(name.revision());
    }

    private static SerializationException unknown(SerializedType stored) {
        return new SerializationException(
                "the ledger holds an event %s, revision %s, that this release cannot read: no upcaster leads to a revision it knows"
                        .formatted(stored.getName(), stored.getRevision()));
    }
}
