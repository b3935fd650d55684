package io.keyledger.server.controlplane.audit;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.grant.GrantId;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.audittrail.AuditSearch;
import io.keyledger.server.controlplane.Moments;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parameters of a search, as they come. */
public record AuditQuestion(
        @Parameter(description = "The id of a key or grant.") @Nullable String credential,
        @Parameter(description = "The id of a workspace.") @Nullable String workspace,
        @Parameter(description = "Who did it, as events name it: `account:acc_…`, `key:key_…`.")
                @Nullable String actor,
        @Parameter(description = "The name of an event, `apikey.revoked`, or of a sort: `apikey`.")
                @Nullable String type,
        @Parameter(description = "The first instant.") @Nullable String from,
        @Parameter(description = "The instant after the last.") @Nullable String to,
        @Parameter(description = "A part of the reason that was given.") @Nullable String why) {

    private static final int LONGEST = 200;

    /**
     * What is searched for.
     *
     * @throws ProblemException when a parameter cannot be read
     */
    public AuditSearch search() {
        Instant first = Moments.of("from", from);
        Instant end = Moments.of("to", to);
        if (first != null && end != null && !first.isBefore(end)) {
            throw wrong("to", "The time ends before it begins: send a later to.");
        }
        return new AuditSearch(
                formed(
                        "credential",
                        credential,
                        AuditQuestion::isCredential,
                        "Give the id of an API key or of a grant."),
                formed(
                        "workspace",
                        workspace,
                        it -> isId(it, WorkspaceId::new),
                        "Give the id of a workspace."),
                formed(
                        "actor",
                        actor,
                        it -> it.contains(":"),
                        "Give who did it as entries name it: account:ID, key:ID, app:ID or"
                                + " system:PART."),
                type == null ? List.of() : events(type),
                first,
                end,
                formed(
                        "why",
                        why,
                        it -> !it.isBlank(),
                        "Give a part of the reason, of at most 200 characters."));
    }

    private static List<String> events(String type) {
        List<String> events = EventTypes.named(type);
        if (events.isEmpty()) {
            throw wrong(
                    "type",
                    "There is no such type of event. There are: "
                            + String.join(", ", EventTypes.all())
                            + ".");
        }
        return events;
    }

    private static @Nullable String formed(
            String name, @Nullable String value, Predicate<String> isFormed, String advice) {
        if (value != null && (value.length() > LONGEST || !isFormed.test(value))) {
            throw wrong(name, advice);
        }
        return value;
    }

    private static boolean isCredential(String value) {
        return isId(value, ApiKeyId::new) || isId(value, GrantId::new);
    }

    private static boolean isId(String value, IdReader reader) {
        try {
            reader.read(value);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static ProblemException wrong(String name, String detail) {
        return ProblemException.of(ProblemCode.INVALID_PARAMETER, name, detail);
    }

    private interface IdReader {
        Object read(String value);
    }
}
