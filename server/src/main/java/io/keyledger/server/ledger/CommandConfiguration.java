package io.keyledger.server.ledger;

import io.keyledger.command.CommandSide;
import io.keyledger.command.snapshot.Snapshotted;
import io.keyledger.server.node.OnCommandNode;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How commands reach their aggregates. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class CommandConfiguration {

    /** Of an aggregate, between one snapshot and the next; so many are read in a millisecond. */
    private static final int EVENTS = 100;

    @Bean
    CommandTargetResolver commandTargetResolver() {
        return CommandSide.targets();
    }

    @Bean
    SimpleCommandBus commandBus(
            TransactionManager transactions,
            CorrelationDataProvider origin,
            EventStore events,
            CommandTargetResolver targets) {
        SimpleCommandBus bus =
                SimpleCommandBus.builder()
                        .transactionManager(transactions)
                        .duplicateCommandHandlerResolver(
                                DuplicateCommandHandlerResolution.rejectDuplicates())
                        .build();
        bus.registerDispatchInterceptor(new OriginRequired<>());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(origin));
        bus.registerHandlerInterceptor(CommandSide.absentTargets());
        bus.registerHandlerInterceptor(new VersionInterceptor(events, targets));
        return bus;
    }

    @Bean
    Snapshotter snapshots(
            EventStore store,
            EventStorageEngine engine,
            TransactionManager transactions,
            ParameterResolverFactory parameters) {
        return new Snapshots(store, engine, transactions, parameters, CommandSide.snapshots());
    }

    /**
     * Aggregates are plain classes; Axon's default configuration takes the target resolver above.
     */
    @Bean
    ConfigurerModule aggregates(Snapshotter snapshots) {
        return axon ->
                CommandSide.aggregates()
                        .forEach(type -> axon.configureAggregate(configured(type, snapshots)));
    }

    private static AggregateConfigurer<?> configured(Class<?> type, Snapshotter snapshots) {
        AggregateConfigurer<?> configurer = AggregateConfigurer.defaultConfiguration(type);
        return Snapshotted.class.isAssignableFrom(type)
                ? configurer.configureSnapshotTrigger(
                        _ -> new EventCountSnapshotTriggerDefinition(snapshots, EVENTS))
                : configurer;
    }

    @Bean
    Commands commands(SimpleCommandBus bus, CommandTargetResolver targets, JdbcClient jdbc) {
        return new Commands(bus, targets, jdbc);
    }
}
