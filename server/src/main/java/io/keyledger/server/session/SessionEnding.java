package io.keyledger.server.session;

import io.keyledger.api.account.AccountEvent;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.AccountIdentityLinked;
import io.keyledger.api.account.AccountEvent.AccountPasswordSet;
import io.keyledger.api.account.AccountEvent.AccountRegistered;
import io.keyledger.api.account.AccountEvent.AccountRenamed;
import io.keyledger.api.account.AccountEvent.WorkspaceJoined;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Ends every session of a person whose password or identity has changed, or who is closed, in the
 * transaction that appends the event: who got in by what is no longer so, is out. The processor of
 * this group must be a subscribing one, and its errors must propagate.
 */
@ProcessingGroup(SessionEnding.GROUP)
final class SessionEnding {

    static final String GROUP = "signinsessions";

    private final SignInSessionTable table;

    SessionEnding(SignInSessionTable table) {
        this.table = table;
    }

    @EventHandler
    void on(AccountEvent event) {
        switch (event) {
            case AccountPasswordSet _, AccountIdentityLinked _, AccountClosed _ ->
                    table.deleteAll(event.account());
            case AccountRegistered _, AccountRenamed _, WorkspaceJoined _, WorkspaceLeft _ -> {}
        }
    }
}
