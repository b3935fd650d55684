package io.keyledger.server.console.people;

import io.keyledger.api.account.MemberRole;
import io.keyledger.server.controlplane.Word;
import java.util.Arrays;
import java.util.List;

/**
 * A role as people read it.
 *
 * @param value as the API has it
 */
public record RoleChoice(String value, String title, String meaning) {

    static List<RoleChoice> all() {
        return Arrays.stream(MemberRole.values()).map(RoleChoice::of).toList();
    }

    private static RoleChoice of(MemberRole role) {
        String value = Word.of(role);
        return switch (role) {
            case ADMIN -> new RoleChoice(value, "Admin", "everything in the workspace");
            case AUDITOR ->
                    new RoleChoice(value, "Auditor", "reads everything here, changes nothing");
            case MEMBER ->
                    new RoleChoice(value, "Member", "may allow apps to act for them, no more");
        };
    }
}
