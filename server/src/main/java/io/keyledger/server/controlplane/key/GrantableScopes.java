package io.keyledger.server.controlplane.key;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.server.controlplane.caller.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key of the built-in hub cannot make or widen one that may do more than itself. */
final class GrantableScopes {

    private GrantableScopes() {}

    static void check(Caller caller, HubId hub, @Nullable List<String> scopes) {
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
