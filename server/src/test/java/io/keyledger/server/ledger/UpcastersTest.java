package io.keyledger.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Each upcaster, proven on the golden file of the revision that it reads. */
class UpcastersTest {

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final LedgerStorageEngine engine =
            new LedgerStorageEngine(
                    new SpringDataSourceConnectionProvider(database.runtime()),
                    new SpringTransactionManager(
                            new DataSourceTransactionManager(database.runtime())),
                    new LedgerSerializer(),
                    Upcasters.chain());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aKeyThatWasIssuedBeforeThereWereFiltersIsBoundToNone() {
        assertThat(read("apikey.issued", 1))
                .isEqualTo(
                        new ApiKeyIssued(
                                EventExamples.KEY,
                                EventExamples.WORKSPACE,
                                EventExamples.HUB,
                                "nightly export",
                                List.of("members:read", "teams:read"),
                                null,
                                List.of("203.0.113.0/24", "2001:db8::/32"),
                                new TreeMap<>(Map.of("owner", "data team", "ticket", "OPS-17")),
                                EventExamples.secret(1)));
    }

    @Test
    void aProfileThatWasPublishedBeforeHasNoQueriesAndIsServedOverPlainHttpToo() {
        assertThat(read("hub.profile-published", 1))
                .isEqualTo(
                        new HubProfilePublished(
                                EventExamples.HUB, 1, ProfileExample.hubnityWithoutQuery()));
    }

    private Object read(String name, int revision) {
        JdbcClient.create(database.runtime())
                .sql(
                        """
                        insert into ledger_event (event_identifier, aggregate_identifier,
                            sequence_number, type, time_stamp, payload_type, payload_revision,
                            payload, meta_data)
                        values ('e', 'a', 0, 'Any', '2026-11-22T18:00:00Z', ?, ?, ?, '{}')
                        """)
                .params(name, "" + revision, new GoldenFile(name, revision).stored())
                .update();
        return engine.readEvents("a", 0).next().getPayload();
    }
}
