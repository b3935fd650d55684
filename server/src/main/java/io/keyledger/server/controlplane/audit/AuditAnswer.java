package io.keyledger.server.controlplane.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.query.audittrail.AuditEntry;
import io.keyledger.query.audittrail.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, whatever it is about.
 *
 * @param position of the entry in the ledger
 * @param id of the event
 * @param what happened, in a sentence
 * @param event the stored name of the event
 * @param credential the key or grant that it is about
 * @param app the OAuth app that it is about
 * @param account the person that it is about
 * @param actor who was authenticated
 * @param onBehalfOf whom the actor said to act for
 * @param from the address that the request came from
 * @param why the reason that was given
 * @param changes the values before and after
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditAnswer(
        long position,
        String id,
        Instant at,
        String what,
        String event,
        @Nullable String hub,
        @Nullable String workspace,
        @Nullable String credential,
        @Nullable String app,
        @Nullable String account,
        String actor,
        @Nullable String onBehalfOf,
        @Nullable String from,
        @Nullable String why,
        String correlationId,
        String causationId,
        List<Change> changes) {

    static AuditAnswer of(AuditEntry entry) {
        return new AuditAnswer(
                entry.position(),
                entry.eventId(),
                entry.at(),
                entry.summary(),
                entry.event(),
                entry.hub(),
                entry.workspace(),
                entry.credential(),
                entry.app(),
                entry.account(),
                entry.actor(),
                entry.onBehalfOf(),
                entry.sourceAddress(),
                entry.reason(),
                entry.correlationId(),
                entry.causationId(),
                entry.changes());
    }
}
