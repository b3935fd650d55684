package io.keyledger.query.audittrail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for: the entries that meet everything that is said. Null says nothing.
 *
 * @param credential the id of a key or grant
 * @param workspace its id
 * @param actor who was authenticated, as the entry names it: {@code account:acc_…}
 * @param events stored names, one of which the entry has; empty for any
 * @param from the first instant
 * @param to the instant after the last
 * @param why a part of the reason that was given, in upper or lower case
 */
public record AuditSearch(
        @Nullable String credential,
        @Nullable String workspace,
        @Nullable String actor,
        List<String> events,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String why) {

    /** Everything. */
    public static final AuditSearch ALL =
            new AuditSearch(null, null, null, List.of(), null, null, null);

    public AuditSearch {
        events = List.copyOf(events);
    }

    /** The same, and only what belongs to one workspace. */
    public AuditSearch within(String onlyWorkspace) {
        return new AuditSearch(credential, onlyWorkspace, actor, events, from, to, why);
    }
}
