package io.keyledger.server.ledger;

import io.keyledger.command.CommandSide;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's event table, appended to by one transaction at a time.
 *
 * <p>Positions are handed out under a lock that is held until the commit, so they are in the order
 * of the commits: whoever has read position n will never see a smaller one appear. A position that
 * is missing was rolled back, and nobody has to wait for it, remember it, or give it up by a
 * timeout.
 */
final class LedgerStorageEngine extends JdbcEventStorageEngine {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerStorageEngine.class);

    /** “ledger” in ASCII; the only advisory lock of this kind. */
    static final long APPEND_LOCK = 0x6c65_6467_6572L;

    /**
     * Nobody waits for the disk while he has the lock: {@link GroupFlush} does, after the commit.
     */
    private static final String TAKE_TURN =
            "select pg_advisory_xact_lock("
                    + APPEND_LOCK
                    + "), set_config('synchronous_commit', 'off', true)";

    static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final int BATCH = 500;

    LedgerStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            EventUpcaster upcasters) {
        this(
                connections,
                transactions,
                serializer,
                new SnapshotSerializer(CommandSide.snapshots()),
                upcasters);
    }

    private LedgerStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            SnapshotSerializer snapshots,
            EventUpcaster upcasters) {
        super(
                builder()
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(LedgerSchema.EVENTS)
                        .dataType(String.class)
                        .eventSerializer(serializer)
                        .snapshotSerializer(snapshots)
                        .snapshotFilter(snapshots::understands)
                        .upcasterChain(upcasters)
                        .persistenceExceptionResolver(new SqlStates())
                        .readEventDataWithoutGaps(LedgerStorageEngine::after)
                        .createTokenAt(LedgerStorageEngine::before)
                        .extendedGapCheckEnabled(false)
                        .batchSize(BATCH)
                        .finalAggregateBatchPredicate(batch -> batch.size() < BATCH));
    }

    /** Takes the lock after the events were written as JSON and just before they are sent. */
    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        PreparedStatement insert = super.appendEvents(connection, events, serializer);
        try (PreparedStatement turn = connection.prepareStatement(TAKE_TURN)) {
            turn.execute();
        }
        return insert;
    }

    /** Asks only for aggregates that have snapshots: it costs a command a query. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return CommandSide.snapshots().stream().anyMatch(it -> it.isOf(aggregate))
                ? super.readSnapshotData(aggregate)
                : Stream.empty();
    }

    /**
     * Reads it to the end. One that cannot be read is passed over here; it would fail the command
     * when the aggregate asks for what is in it.
     */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        try {
            Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(aggregate);
            snapshot.ifPresent(Message::getPayload);
            return snapshot;
        } catch (SerializationException unreadable) {
            LOG.warn("The snapshot of {} cannot be read. Its events are.", aggregate, unreadable);
            return Optional.empty();
        }
    }

    /** Reads as if the entry before had been seen, so that no token ever carries a gap. */
    @Override
    protected TrackedEventData<?> getTrackedEventData(
            ResultSet row, @Nullable GapAwareTrackingToken previous) throws SQLException {
        long position = row.getLong(schema().globalIndexColumn());
        return super.getTrackedEventData(
                row, GapAwareTrackingToken.newInstance(position - 1, Set.of()));
    }

    /**
     * All of one length, so that their order as text is their order in time; to the microsecond, as
     * the tables of the read models tell it too.
     */
    @Override
    protected void writeTimestamp(PreparedStatement statement, int column, Instant instant)
            throws SQLException {
        statement.setString(column, TIMESTAMP.format(instant));
    }

    private static PreparedStatement before(
            Connection connection, EventSchema schema, Instant instant) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(
                        "select min(%s) - 1 from %s where %s >= ?"
                                .formatted(
                                        schema.globalIndexColumn(),
                                        schema.domainEventTable(),
                                        schema.timestampColumn()));
        statement.setString(1, TIMESTAMP.format(instant));
        return statement;
    }

    private static PreparedStatement after(
            Connection connection, EventSchema schema, long position, int limit)
            throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(
                        "select %s from %s where %s > ? order by %3$s limit ?"
                                .formatted(
                                        schema.trackedEventFields(),
                                        schema.domainEventTable(),
                                        schema.globalIndexColumn()));
        statement.setLong(1, position);
        statement.setInt(2, limit);
        return statement;
    }
}
