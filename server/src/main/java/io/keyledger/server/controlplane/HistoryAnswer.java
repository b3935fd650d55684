package io.keyledger.server.controlplane;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.query.audittrail.AuditEntry;
import io.keyledger.query.audittrail.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param position of the entry in the ledger
 * @param what happened, in a sentence
 * @param event the stored name of the event
 * @param actor who was authenticated: {@code key:…}, or {@code system:…} for Keyledger itself
 * @param onBehalfOf whom the actor said to act for
 * @param from the address that the request came from
 * @param why the reason that was given
 * @param changes the values before and after
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryAnswer(
        long position,
        Instant at,
        String what,
        String event,
        String actor,
        @Nullable String onBehalfOf,
        @Nullable String from,
        @Nullable String why,
        String correlationId,
        List<Change> changes) {

    /** An entry in the form that callers get. */
    public static HistoryAnswer of(AuditEntry entry) {
        return new HistoryAnswer(
                entry.position(),
                entry.at(),
                entry.summary(),
                entry.event(),
                entry.actor(),
                entry.onBehalfOf(),
                entry.sourceAddress(),
                entry.reason(),
                entry.correlationId(),
                entry.changes());
    }
}
