package io.keyledger.command.examples;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import io.keyledger.command.CommandSide;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;

/** Axon's real command bus and event store in memory, with everything that CommandSide lists. */
public final class InMemoryLedger {

    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CommandGateway gateway = DefaultCommandGateway.builder().commandBus(bus).build();
    private final Set<String> commandNames = new HashSet<>();

    /**
     * @param resources what the handlers ask for
     */
    public InMemoryLedger(Object... resources) {
        ParameterResolverFactory parameters =
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(CommandSide.class),
                        new SimpleResourceParameterResolverFactory(List.of(resources)));
        CommandSide.aggregates().forEach(it -> subscribe(it, parameters));
        bus.registerHandlerInterceptor(CommandSide.absentTargets());
    }

    /** Sends a command, and returns what its aggregate answers. */
    public @Nullable Object send(Object command) {
        return gateway.<@Nullable Object>sendAndWait(command);
    }

    /**
     * Sends a command to a version of its aggregate.
     *
     * @param version the sequence number that the caller believes to be the last
     */
    public void send(Object command, long version) {
        gateway.sendAndWait(
                asCommandMessage(command)
                        .andMetaData(Map.of(CommandSide.EXPECTED_VERSION, version)));
    }

    public List<?> events(Object aggregate) {
        return store.readEvents(aggregate.toString())
                .asStream()
                .map(EventMessage::getPayload)
                .toList();
    }

    /** The names of all commands that have a handler. */
    public Set<String> commandNames() {
        return Set.copyOf(commandNames);
    }

    private <T> void subscribe(Class<T> type, ParameterResolverFactory parameters) {
        AggregateAnnotationCommandHandler<T> handler =
                AggregateAnnotationCommandHandler.<T>builder()
                        .aggregateType(type)
                        .parameterResolverFactory(parameters)
                        .commandTargetResolver(CommandSide.targets())
                        .repository(repository(type, parameters))
                        .build();
        handler.subscribe(bus);
        commandNames.addAll(handler.supportedCommandNames());
    }

    private <T> EventSourcingRepository<T> repository(
            Class<T> type, ParameterResolverFactory parameters) {
        return EventSourcingRepository.builder(type)
                .parameterResolverFactory(parameters)
                .eventStore(store)
                .build();
    }
}
