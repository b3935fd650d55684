package io.keyledger.server.console.frame;

import io.keyledger.query.audittrail.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as people read it.
 *
 * @param what in a sentence
 * @param who by name, where there is one
 * @param onBehalfOf whom they said to act for; null when they said nothing
 * @param from the address; null when Keyledger itself acted
 * @param why the reason that was given; null for none
 */
public record Happening(
        long position,
        Instant at,
        String what,
        String who,
        @Nullable String onBehalfOf,
        @Nullable String from,
        @Nullable String why,
        List<Told> changes) {

    static Happening of(AuditEntry entry, String who, Names names) {
        return new Happening(
                entry.position(),
                entry.at(),
                entry.summary(),
                who,
                entry.onBehalfOf(),
                entry.sourceAddress(),
                entry.reason(),
                entry.changes().stream().map(it -> Told.of(it, names)).toList());
    }
}
