package io.keyledger.server.controlplane.account;

import io.keyledger.query.inventory.MemberView;
import io.keyledger.server.controlplane.Word;
import java.time.Instant;

/**
 * A person in a workspace.
 *
 * @param account the person's account
 * @param role {@code admin}, {@code auditor} or {@code member}
 */
record MemberAnswer(
        String account,
        String workspace,
        String email,
        String name,
        String role,
        Instant joinedAt) {

    static MemberAnswer of(MemberView view) {
        return new MemberAnswer(
                view.account(),
                view.workspace(),
                view.email(),
                view.name(),
                Word.of(view.role()),
                view.joinedAt());
    }
}
