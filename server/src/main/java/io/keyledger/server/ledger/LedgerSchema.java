package io.keyledger.server.ledger;

import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** The names of Axon's tables and columns in our migrations. */
final class LedgerSchema {

    static final String TABLE = "ledger_event";

    static final EventSchema EVENTS =
            EventSchema.builder()
                    .eventTable(TABLE)
                    .snapshotTable("ledger_snapshot")
                    .globalIndexColumn("global_index")
                    .eventIdentifierColumn("event_identifier")
                    .aggregateIdentifierColumn("aggregate_identifier")
                    .sequenceNumberColumn("sequence_number")
                    .typeColumn("type")
                    .timestampColumn("time_stamp")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .payloadColumn("payload")
                    .metaDataColumn("meta_data")
                    .build();

    static final TokenSchema TOKENS =
            TokenSchema.builder()
                    .setTokenTable("ledger_token")
                    .setProcessorNameColumn("processor_name")
                    .setSegmentColumn("segment")
                    .setTokenColumn("token")
                    .setTokenTypeColumn("token_type")
                    .setTimestampColumn("time_stamp")
                    .setOwnerColumn("owner")
                    .build();

    private LedgerSchema() {}
}
