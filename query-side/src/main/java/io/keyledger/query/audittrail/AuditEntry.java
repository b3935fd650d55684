package io.keyledger.query.audittrail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger as auditors read it.
 *
 * @param position in the ledger; orders the trail
 * @param event the stored name of the event, such as {@code apikey.revoked}
 * @param hub null when the entry is not about a hub
 * @param workspace null when the entry is not about a workspace
 * @param credential an API key or a grant; null when the entry is about neither
 * @param app null when the entry is not about an OAuth app or a grant to one
 * @param account null when the entry is not about a person or what they granted
 * @param actor who was authenticated
 * @param onBehalfOf whom the actor said to act for; null when it said nothing
 * @param sourceAddress null when Keyledger itself acted
 * @param reason null when none was given
 * @param changes values before and after; empty when the event says it all
 */
public record AuditEntry(
        long position,
        String eventId,
        Instant at,
        String event,
        @Nullable String hub,
        @Nullable String workspace,
        @Nullable String credential,
        @Nullable String app,
        @Nullable String account,
        String actor,
        @Nullable String onBehalfOf,
        @Nullable String sourceAddress,
        String correlationId,
        String causationId,
        @Nullable String reason,
        List<Change> changes) {

    public AuditEntry {
        changes = List.copyOf(changes);
    }

    /** What happened, in one sentence. */
    public String summary() {
        return Narration.of(event, changes);
    }
}
