package io.keyledger.server.ledger;

import io.keyledger.query.replay.LedgerReader;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Where events are kept, and in which form. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource ledger) {
        return new SpringDataSourceConnectionProvider(ledger);
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SqlStates();
    }

    @Bean
    @Primary
    Serializer tokenSerializer() {
        return TokenSerializer.create();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return new LedgerSerializer();
    }

    @Bean
    CorrelationDataProvider originMetadata() {
        return new OriginMetadata();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer) {
        return new LedgerStorageEngine(connections, transactions, serializer, Upcasters.chain());
    }

    @Bean
    LedgerReader ledgerReader(
            JdbcClient jdbc, @Qualifier("eventSerializer") Serializer serializer) {
        return new StoredLedger(jdbc, serializer, Upcasters.chain(), LedgerStorageEngine.TIMESTAMP);
    }

    @Bean
    LedgerTail ledgerTail(EventStorageEngine engine) {
        return new LedgerTail(engine);
    }

    @Bean
    EmbeddedEventStore eventBus(EventStorageEngine engine, LedgerTail tail) {
        EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
        store.registerDispatchInterceptor(new OriginRequired<>());
        store.subscribe(_ -> CurrentUnitOfWork.get().root().afterCommit(_ -> tail.wake()));
        return store;
    }
}
