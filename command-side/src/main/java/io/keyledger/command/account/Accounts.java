package io.keyledger.command.account;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.workspace.WorkspaceId;
import java.util.Optional;

/**
 * What a policy may ask about accounts that are not closed. Answers are as true as the transaction
 * that asks; what slips in between is refused where enforcement is written.
 */
public interface Accounts {

    /** The hub that a person has an account of; nothing when there is no such account. */
    Optional<HubId> hubOf(AccountId account);

    /** The account of a hub that has this email address, whatever its case. */
    Optional<AccountId> withEmail(HubId hub, String email);

    /** The account of a hub that is linked to this identity. */
    Optional<AccountId> withIdentity(HubId hub, ExternalIdentity identity);

    /** Whether the person belongs to a workspace, in any role. */
    boolean isMember(AccountId account, WorkspaceId workspace);
}
