package io.keyledger.server.ledger;

import io.keyledger.query.replay.LedgerEntry;
import io.keyledger.query.replay.LedgerReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads from the event table what happened to one thing, with positions, in the newest revision.
 */
final class StoredLedger implements LedgerReader {

    /** What had happened at an instant, and all before it: {@code sequence_number} has no gaps. */
    private static final String UNTIL =
            """
            select * from ledger_event where aggregate_identifier = :subject
                and sequence_number <= (select max(sequence_number) from ledger_event
                    where aggregate_identifier = :subject and time_stamp <= :until)
            order by sequence_number
            """;

    private static final String FIRST =
            "select * from ledger_event where aggregate_identifier = :subject and sequence_number = 0";

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final DateTimeFormatter timestamps;

    StoredLedger(
            JdbcClient jdbc,
            Serializer serializer,
            EventUpcaster upcasters,
            DateTimeFormatter timestamps) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.timestamps = timestamps;
    }

    @Override
    public List<LedgerEntry> of(String subject, Instant until) {
        return read(until(UNTIL, subject, until));
    }

    @Override
    public Optional<LedgerEntry> last(String subject, Instant until) {
        return read(until(UNTIL + "desc limit 1", subject, until)).stream().findFirst();
    }

    @Override
    public Optional<LedgerEntry> first(String subject) {
        return read(jdbc.sql(FIRST).param("subject", subject)).stream().findFirst();
    }

    private JdbcClient.StatementSpec until(String sql, String subject, Instant until) {
        return jdbc.sql(sql).param("subject", subject).param("until", timestamps.format(until));
    }

    private List<LedgerEntry> read(JdbcClient.StatementSpec statement) {
        Stream<TrackedEventData<?>> stored =
                statement.<TrackedEventData<?>>query((row, _) -> tracked(row)).list().stream();
        return EventUtils.upcastAndDeserializeTrackedEvents(stored, serializer, upcasters)
                .map(StoredLedger::entry)
                .toList();
    }

    private static LedgerEntry entry(TrackedEventMessage<?> message) {
        return new LedgerEntry(
                message.trackingToken().position().orElseThrow(),
                message.getTimestamp(),
                message.getPayload());
    }

    private static TrackedDomainEventData<String> tracked(ResultSet row) throws SQLException {
        long position = row.getLong("global_index");
        return new TrackedDomainEventData<>(
                GapAwareTrackingToken.newInstance(position, Set.of()),
                new GenericDomainEventEntry<>(
                        row.getString("type"),
                        row.getString("aggregate_identifier"),
                        row.getLong("sequence_number"),
                        row.getString("event_identifier"),
                        row.getString("time_stamp"),
                        row.getString("payload_type"),
                        row.getString("payload_revision"),
                        row.getString("payload"),
                        row.getString("meta_data")));
    }
}
