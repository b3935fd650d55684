package io.keyledger.server.password;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.server.ledger.Enclosure;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Keeps the hash that came with a command, and erases it when the account is closed, in the
 * transaction that appends the event. So the ledger never says of a password that it was set when
 * it was not. The processor of this group must be a subscribing one, and its errors must propagate.
 */
@ProcessingGroup(AccountPasswordKeeping.GROUP)
final class AccountPasswordKeeping {

    static final String GROUP = "accountpasswords";

    private final AccountPasswordTable table;

    AccountPasswordKeeping(AccountPasswordTable table) {
        this.table = table;
    }

    @EventHandler
    void on(AccountEvent event) {
        switch (event) {
            case AccountPasswordSet set -> table.put(set.account(), enclosed());
            case AccountClosed closed -> table.erase(closed.account());
            case AccountRegistered _,
                    AccountRenamed _,
                    AccountIdentityLinked _,
                    WorkspaceJoined _,
                    WorkspaceLeft _ -> {}
        }
    }

    private static PasswordHash enclosed() {
        return Enclosure.find(PasswordHash.class)
                .orElseThrow(() -> new IllegalStateException("no hash came with the new password"));
    }
}
