package io.keyledger.server.ledger;

import io.keyledger.api.ledger.EventName;
import io.keyledger.command.snapshot.SnapshotType;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedType;

/** Writes snapshots as events are written, under names of their own. */
final class SnapshotSerializer extends LedgerSerializer {

    private final List<SnapshotType> types;

    SnapshotSerializer(List<SnapshotType> types) {
        this.types = types;
    }

    /** Whether this release understands a snapshot; it makes another one otherwise. */
    boolean understands(DomainEventData<?> snapshot) {
        SerializedType stored = snapshot.getPayload().getType();
        return types.stream().map(SnapshotType::name).anyMatch(it -> isStored(it, stored));
    }

    private static boolean isStored(EventName name, SerializedType stored) {
        return name.name().equals(stored.getName()) && revision(name).equals(stored.getRevision());
    }

    @Override
    Optional<EventName> nameOf(Class<?> type) {
        return types.stream()
                .filter(it -> it.type().equals(type))
                .map(SnapshotType::name)
                .findFirst();
    }

    @Override
    Optional<Class<?>> typeOf(String name) {
        return types.stream()
                .filter(it -> it.name().name().equals(name))
                .<Class<?>>map(SnapshotType::type)
                .findFirst();
    }
}
