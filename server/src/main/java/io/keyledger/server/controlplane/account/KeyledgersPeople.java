package io.keyledger.server.controlplane.account;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Scope;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The people of the built-in hub administer Keyledger itself. Whoever could register one, set their
 * password or give them a role could do all that they can: so that takes a key with every scope.
 */
@Component
@OnCommandNode
final class KeyledgersPeople {

    private final HubProfiles profiles;
    private final AccountDirectory accounts;

    KeyledgersPeople(HubProfiles profiles, AccountDirectory accounts) {
        this.profiles = profiles;
        this.accounts = accounts;
    }

    /** An account that is not there is refused by others. */
    void check(Caller caller, AccountId account) {
        accounts.find(account).map(AccountStanding::hub).ifPresent(hub -> check(caller, hub));
    }

    void check(Caller caller, HubId hub) {
        if (hub.equals(HubId.KEYLEDGER) && !hasEvery(caller.scopes())) {
            throw CommandRejected.because(RejectionReason.SCOPE_NOT_GRANTABLE);
        }
    }

    private boolean hasEvery(Set<String> scopes) {
        return profiles.current(HubId.KEYLEDGER).map(HubProfile::scopes).orElseThrow().stream()
                .map(Scope::name)
                .allMatch(scopes::contains);
    }
}
