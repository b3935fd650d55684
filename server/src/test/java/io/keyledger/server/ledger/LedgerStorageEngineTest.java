package io.keyledger.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.node.ObjectNode;

class LedgerStorageEngineTest {

    private static final String KEY = EventExamples.KEY.value();

    private TestDatabase database;
    private LedgerStorageEngine engine;

    @BeforeEach
    void open() {
        database = PostgresForTests.freshDatabase();
        engine = engine(new EventUpcasterChain(List.of(new ApiKeyRenamed_0_to_1())));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private LedgerStorageEngine engine(EventUpcaster upcasters) {
        return new LedgerStorageEngine(
                new SpringDataSourceConnectionProvider(database.runtime()),
                new SpringTransactionManager(new DataSourceTransactionManager(database.runtime())),
                new LedgerSerializer(),
                upcasters);
    }

    @Test
    void anOldRevisionComesOutAsTheNewestForAggregatesAndForStreams() {
        insert("0", "{\"key\":\"%s\",\"name\":\"b\"}".formatted(KEY));

        Object expected = new ApiKeyRenamed(EventExamples.KEY, "", "b");
        assertThat(engine.readEvents(KEY, 0).asStream().map(Message::getPayload).toList())
                .isEqualTo(List.of(expected));
        assertThat(engine.readEvents((TrackingToken) null, false).map(Message::getPayload).toList())
                .isEqualTo(List.of(expected));
    }

    @Test
    void theNewestRevisionIsLeftAlone() {
        insert("1", "{\"key\":\"%s\",\"previousName\":\"a\",\"name\":\"b\"}".formatted(KEY));

        assertThat(engine.readEvents(KEY, 0).next().getPayload())
                .isEqualTo(new ApiKeyRenamed(EventExamples.KEY, "a", "b"));
    }

    @Test
    void anEventComesBackAsItWasAppended() {
        EventMessage<?> appended = renamedAt(0, Instant.parse("2026-11-22T18:00:00.123456Z"));
        engine.appendEvents(List.of(appended));

        DomainEventMessage<?> read = engine.readEvents(KEY, 0).next();

        assertThat(read.getPayload()).isEqualTo(appended.getPayload());
        assertThat((Object) read.getMetaData()).isEqualTo(appended.getMetaData());
        assertThat(read.getTimestamp()).isEqualTo(appended.getTimestamp());
        assertThat(read.getIdentifier()).isEqualTo(appended.getIdentifier());
    }

    /**
     * Axon writes as many digits as there are and compares text: then 10.1 would come after 10.15.
     */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T18:00:10Z, 0",
        "2026-11-22T18:00:10.000001Z, 1",
        "2026-11-22T18:00:10.1Z, 1",
        "2026-11-22T18:00:10.12Z, 2",
        "2026-11-22T18:00:10.1234Z, 2",
        "2026-11-22T18:00:10.12345Z, 3",
        "2026-11-22T18:00:10.9Z, 3"
    })
    void aPointInTimeIsFoundWhateverItsDigits(Instant instant, long position) {
        engine.appendEvents(List.of(renamedAt(0, Instant.parse("2026-11-22T18:00:10Z"))));
        engine.appendEvents(List.of(renamedAt(1, Instant.parse("2026-11-22T18:00:10.1Z"))));
        engine.appendEvents(List.of(renamedAt(2, Instant.parse("2026-11-22T18:00:10.1234Z"))));

        assertThat(engine.createTokenAt(instant).position()).hasValue(position);
    }

    private static EventMessage<?> renamedAt(long sequence, Instant instant) {
        return new GenericDomainEventMessage<>(
                "ApiKey",
                KEY,
                sequence,
                new ApiKeyRenamed(EventExamples.KEY, "a", "b"),
                MetaData.with("actor", "system:test"),
                "event-" + sequence,
                instant);
    }

    private void insert(String revision, String payload) {
        JdbcClient.create(database.runtime())
                .sql(
                        """
                        insert into ledger_event (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        values ('e', ?, 0, 'ApiKey', '2026-11-22T18:00:00Z', 'apikey.renamed', ?, ?, '{}')
                        """)
                .params(KEY, revision, payload)
                .update();
    }

    /** As if there had been a revision that did not say what the name was before. */
    private static final class ApiKeyRenamed_0_to_1 extends JsonUpcaster {

        ApiKeyRenamed_0_to_1() {
            super("apikey.renamed", 0);
        }

        @Override
        void upcast(ObjectNode event) {
            event.put("previousName", "");
        }
    }
}
