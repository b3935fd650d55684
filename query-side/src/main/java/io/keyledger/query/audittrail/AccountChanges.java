package io.keyledger.query.audittrail;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.account.MemberRole;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an event changed of a person's account, or of where they belong. */
final class AccountChanges {

    private AccountChanges() {}

    static List<Change> of(AccountEvent event) {
        return switch (event) {
            case AccountRegistered e ->
                    List.of(
                            new Change("email", null, e.email()),
                            new Change("name", null, e.name()),
                            new Change("identity", null, words(e.identity())));
            case AccountRenamed e -> List.of(new Change("name", e.previousName(), e.name()));
            case AccountIdentityLinked e ->
                    List.of(
                            new Change(
                                    "identity", words(e.previousIdentity()), words(e.identity())));
            case AccountPasswordSet _ -> List.of();
            case WorkspaceJoined e -> joined(e);
            case WorkspaceLeft e ->
                    List.of(
                            new Change("workspace", e.workspace().value(), null),
                            new Change("role", word(e.previousRole()), null));
            case AccountClosed _ -> List.of(new Change("closed", false, true));
        };
    }

    private static List<Change> joined(WorkspaceJoined event) {
        String workspace = event.workspace().value();
        MemberRole previous = event.previousRole();
        return List.of(
                new Change("workspace", previous == null ? null : workspace, workspace),
                new Change("role", previous == null ? null : word(previous), word(event.role())));
    }

    private static @Nullable String words(@Nullable ExternalIdentity identity) {
        return identity == null ? null : identity.subject() + " at " + identity.issuer();
    }

    private static String word(MemberRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
