package io.keyledger.server.ledger;

import io.keyledger.command.CommandSide;
import io.keyledger.server.node.OnCommandNode;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
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

    /**
     * Aggregates are plain classes; Axon's default configuration takes the target resolver above.
     */
    @Bean
    ConfigurerModule aggregates() {
        return axon ->
                CommandSide.aggregates()
                        .forEach(type ->
                                axon.configureAggregate(
                                        AggregateConfigurer.defaultConfiguration(type)));
    }

    @Bean
    Commands commands(SimpleCommandBus bus, CommandTargetResolver targets, JdbcClient jdbc) {
        return new Commands(bus, targets, jdbc);
    }
}
