package io.keyledger.server.controlplane.key;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.server.controlplane.caller.Caller;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A key of the built-in hub cannot make, change or rotate one that may do more than itself: whoever
 * could get a new secret of the operator key would be the operator.
 */
final class GrantableScopes {

    private GrantableScopes() {}

    static void check(Caller caller, HubId hub, @Nullable Collection<String> scopes) {
        if (scopes == null || !hub.equals(HubId.KEYLEDGER)) {
            return;
        }
        for (String scope : scopes) {
            if (!caller.scopes().contains(scope)) {
                throw CommandRejected.because(RejectionReason.SCOPE_NOT_GRANTABLE, "scopes", scope);
            }
        }
    }
}
