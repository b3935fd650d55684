package io.keyledger.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how far the streaming projections are, on whatever node they work. */
public final class Projections {

    private static final String QUERY =
            """
            select processor_name, token, token_type,
                   (select coalesce(max(global_index), 0) from ledger_event) as head
            from ledger_token where segment = 0 and processor_name not like '\\_\\_%'
            order by processor_name
            """;

    private static final String HELD =
            "select token, token_type from ledger_token where processor_name = ? and segment = 0"
                    + " for update";

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventProcessingConfiguration processing;

    Projections(JdbcClient jdbc, Serializer serializer, EventProcessingConfiguration processing) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.processing = processing;
    }

    /** Every streaming projection that has ever run, in order of name. */
    public List<ProjectionProgress> progress() {
        return jdbc.sql(QUERY).query((row, _) -> progress(row)).list();
    }

    /** How far one of them is; nothing when there is none of this name. */
    public Optional<ProjectionProgress> progress(String group) {
        return progress().stream().filter(it -> it.group().equals(group)).findFirst();
    }

    /**
     * Keeps a projection where it is until the transaction of the caller ends: it cannot write down
     * that it has come further, and it does that first with each batch.
     *
     * @return the position of the last entry that it has taken in
     */
    public long hold(String group) {
        return jdbc.sql(HELD)
                .param(group)
                .query((row, _) -> position(row))
                .optional()
                .orElseThrow(() -> new IllegalStateException(group + " has not run yet"));
    }

    private ProjectionProgress progress(ResultSet row) throws SQLException {
        String group = row.getString("processor_name");
        return new ProjectionProgress(group, position(row), row.getLong("head"), error(group));
    }

    private long position(ResultSet row) throws SQLException {
        String token = row.getString("token");
        if (token == null) {
            return 0;
        }
        TrackingToken read =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                token, String.class, row.getString("token_type"), null));
        return read.position().orElse(0);
    }

    private @Nullable String error(String group) {
        return processing
                .eventProcessor(group, StreamingEventProcessor.class)
                .map(StreamingEventProcessor::processingStatus)
                .flatMap(it ->
                        it.values().stream().filter(EventTrackerStatus::isErrorState).findFirst())
                .map(it -> String.valueOf(it.getError()))
                .orElse(null);
    }
}
