package io.keyledger.command.grant;

import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import java.util.List;

/** What a grant remembers of events, be they all or those after a snapshot. */
final class Replay {

    private Replay() {}

    static GrantState of(List<?> events) {
        Grant grant = new Grant();
        events.forEach(it -> hand((GrantEvent) it, grant));
        return grant.snapshot();
    }

    static GrantState of(GrantState snapshot, List<?> later) {
        Grant grant = new Grant();
        grant.on(snapshot);
        later.forEach(it -> hand((GrantEvent) it, grant));
        return grant.snapshot();
    }

    private static void hand(GrantEvent event, Grant grant) {
        switch (event) {
            case GrantApproved approved -> grant.on(approved);
            case ClientCredentialsGranted granted -> grant.on(granted);
            case AuthorizationCodeRedeemed redeemed -> grant.on(redeemed);
            case TokensRefreshed refreshed -> grant.on(refreshed);
            case AccessTokenRevoked revoked -> grant.on(revoked);
            case GrantRevoked revoked -> grant.on(revoked);
        }
    }
}
