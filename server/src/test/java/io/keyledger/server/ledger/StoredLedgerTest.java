package io.keyledger.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.query.replay.LedgerEntry;
import io.keyledger.query.replay.LedgerReader;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What auditors' answers are replayed from, on a real PostgreSQL, as the runtime role. */
class StoredLedgerTest {

    private static final String KEY = EventExamples.KEY.value();
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private TestDatabase database;
    private LedgerStorageEngine engine;
    private StoredLedger ledger;

    @BeforeEach
    void open() {
        database = PostgresForTests.freshDatabase();
        engine =
                new LedgerStorageEngine(
                        new SpringDataSourceConnectionProvider(database.runtime()),
                        new SpringTransactionManager(
                                new DataSourceTransactionManager(database.runtime())),
                        new LedgerSerializer(),
                        Upcasters.chain());
        ledger =
                new StoredLedger(
                        JdbcClient.create(database.runtime()),
                        new LedgerSerializer(),
                        Upcasters.chain(),
                        LedgerStorageEngine.TIMESTAMP);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void anEntryCountsFromItsTimestampOn() {
        append(KEY, 0, NOON);
        append(KEY, 1, NOON.plusNanos(1_000));

        assertThat(names(NOON.minusNanos(1_000))).isEmpty();
        assertThat(names(NOON)).containsExactly("0");
        assertThat(names(NOON.plusNanos(999))).containsExactly("0");
        assertThat(names(NOON.plusNanos(1_000))).containsExactly("0", "1");
    }

    @Test
    void whatIsWrittenAtTheSameInstantComesInOrderOfPosition() {
        append(KEY, 0, NOON);
        append(KEY, 1, NOON);
        append(KEY, 2, NOON);

        List<LedgerEntry> entries = ledger.of(KEY, NOON);

        assertThat(entries).extracting(LedgerEntry::position).containsExactly(1L, 2L, 3L);
        assertThat(entries).extracting(LedgerEntry::at).containsOnly(NOON);
    }

    /** A node's clock may be behind: nothing counts without what it was decided on. */
    @Test
    void whatStandsBeforeAnEntryThatCountsDoesSoToo() {
        append(KEY, 0, NOON);
        append(KEY, 1, NOON.plusSeconds(60));
        append(KEY, 2, NOON.plusSeconds(1));

        assertThat(names(NOON.plusSeconds(1))).containsExactly("0", "1", "2");
    }

    @Test
    void onlyTheThingThatIsAskedForIsRead() {
        append("key_" + "o".repeat(20), 0, NOON);
        append(KEY, 0, NOON);

        assertThat(ledger.of(KEY, LedgerReader.WHENEVER)).hasSize(1);
        assertThat(ledger.first("key_" + "n".repeat(20))).isEmpty();
    }

    @Test
    void theFirstAndTheLastAreFoundWithoutTheRest() {
        append(KEY, 0, NOON);
        append(KEY, 1, NOON.plusSeconds(1));
        append(KEY, 2, NOON.plusSeconds(2));

        assertThat(ledger.first(KEY)).map(LedgerEntry::position).hasValue(1L);
        assertThat(ledger.last(KEY, NOON.plusSeconds(1))).map(LedgerEntry::position).hasValue(2L);
        assertThat(ledger.last(KEY, NOON.minusSeconds(1))).isEmpty();
    }

    private List<String> names(Instant until) {
        return ledger.of(KEY, until).stream()
                .map(it -> ((ApiKeyRenamed) it.event()).name())
                .toList();
    }

    private void append(String key, long sequence, Instant at) {
        engine.appendEvents(
                List.of(
                        new GenericDomainEventMessage<>(
                                "ApiKey",
                                key,
                                sequence,
                                new ApiKeyRenamed(EventExamples.KEY, "a", "" + sequence),
                                MetaData.with("actor", "system:test"),
                                "event-" + key + sequence,
                                at)));
    }
}
