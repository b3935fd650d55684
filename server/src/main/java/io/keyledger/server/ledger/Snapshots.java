package io.keyledger.server.ledger;

import io.keyledger.command.snapshot.SnapshotType;
import io.keyledger.command.snapshot.Snapshotted;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * Puts down what an aggregate remembers, after the command that made it too long is committed: in
 * the caller's thread, and without harm when it fails.
 *
 * <p>Reads what is committed, and from the engine: the store would hand out the command's own
 * events a second time, as if they were still to be written.
 */
final class Snapshots extends AggregateSnapshotter {

    private final EventStorageEngine engine;

    Snapshots(
            EventStore store,
            EventStorageEngine engine,
            TransactionManager transactions,
            ParameterResolverFactory parameters,
            List<SnapshotType> types) {
        super(settings(store, transactions, parameters, types));
        this.engine = engine;
    }

    private static Builder settings(
            EventStore store,
            TransactionManager transactions,
            ParameterResolverFactory parameters,
            List<SnapshotType> types) {
        Builder settings = builder().eventStore(store).parameterResolverFactory(parameters);
        settings.transactionManager(transactions);
        return settings.aggregateFactories(
                types.stream()
                        .<AggregateFactory<?>>map(it -> factory(it.aggregate(), parameters))
                        .toList());
    }

    /** Inspected with what handlers may ask for: the classpath alone does not know beans. */
    private static <T> AggregateFactory<T> factory(
            Class<T> aggregate, ParameterResolverFactory parameters) {
        return new GenericAggregateFactory<>(
                AnnotatedAggregateMetaModelFactory.inspectAggregate(aggregate, parameters));
    }

    @Override
    protected Runnable createSnapshotterTask(Class<?> aggregateType, String id) {
        return () -> engine.storeSnapshot(createSnapshot(aggregateType, id, committed(id)));
    }

    private DomainEventStream committed(String id) {
        Optional<DomainEventMessage<?>> snapshot = engine.readSnapshot(id);
        return snapshot.map(it ->
                        DomainEventStream.concat(
                                DomainEventStream.of(it),
                                engine.readEvents(id, it.getSequenceNumber() + 1)))
                .orElseGet(() -> engine.readEvents(id));
    }

    /** Of what the aggregate remembers, and not of the aggregate, which is only code. */
    @Override
    protected DomainEventMessage<?> createSnapshot(
            Class<?> aggregateType, String id, DomainEventStream events) {
        DomainEventMessage<?> whole = super.createSnapshot(aggregateType, id, events);
        return new GenericDomainEventMessage<>(
                whole.getType(),
                id,
                whole.getSequenceNumber(),
                ((Snapshotted) whole.getPayload()).snapshot());
    }
}
