package io.keyledger.server.ledger;

import io.keyledger.server.node.NodeName;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How projections follow the ledger. One that fails stops where it is, says so, and tries again:
 * none ever skips an entry.
 *
 * <p>What enforces is written in the append transaction. Everything else streams, each group with
 * one thread of its own: a tracking processor, because Axon's pooled one hands events over through
 * a queue that its coordinator looks after only now and then, which costs a replay more than half
 * its speed.
 */
@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    /** The group whose tables decide on requests. */
    private static final String ENFORCEMENT = "verification";

    /** The group that keeps and erases sealed secrets, in the same transaction. */
    private static final String SEALED_SECRETS = "sealedsecrets";

    /** The group that keeps and erases hashes of passwords, in the same transaction. */
    private static final String ACCOUNT_PASSWORDS = "accountpasswords";

    /** The group that ends sessions of people, in the same transaction. */
    private static final String SIGN_IN_SESSIONS = "signinsessions";

    private static final int BATCH = 500;
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(2);

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, NodeName node) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(LedgerSchema.TOKENS)
                .contentType(String.class)
                .serializer(serializer)
                .nodeId(node.value())
                .claimTimeout(CLAIM_TIMEOUT)
                .build();
    }

    @Bean
    ConfigurerModule processors(LedgerTail tail) {
        return axon ->
                axon.eventProcessing()
                        .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance())
                        .registerDefaultListenerInvocationErrorHandler(
                                _ -> PropagatingErrorHandler.instance())
                        .registerSubscribingEventProcessor(ENFORCEMENT)
                        .registerSubscribingEventProcessor(SEALED_SECRETS)
                        .registerSubscribingEventProcessor(ACCOUNT_PASSWORDS)
                        .registerSubscribingEventProcessor(SIGN_IN_SESSIONS)
                        .configureDefaultStreamableMessageSource(_ -> tail)
                        .usingTrackingEventProcessors()
                        .registerTrackingEventProcessorConfiguration(_ -> oneThread());
    }

    private static TrackingEventProcessorConfiguration oneThread() {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(BATCH)
                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                .andTokenClaimInterval(CLAIM_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Bean
    Projections projections(
            JdbcClient jdbc, Serializer serializer, EventProcessingConfiguration processing) {
        return new Projections(jdbc, serializer, processing);
    }

    @Bean
    LedgerReplay ledgerReplay(EventStorageEngine engine, EventProcessingConfiguration processing) {
        return new LedgerReplay(engine, processing);
    }
}
