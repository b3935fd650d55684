package io.keyledger.query.replay;

import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a grant began, which never changes.
 *
 * @param account null when the app acts for itself
 */
record GrantStart(
        String grant,
        String hub,
        String app,
        @Nullable String account,
        String workspace,
        List<String> scopes,
        Instant at) {

    static GrantStart of(LedgerEntry first) {
        return switch (first.event()) {
            case GrantApproved it ->
                    new GrantStart(
                            it.grant().value(),
                            it.hub().value(),
                            it.app().value(),
                            it.account().value(),
                            it.workspace().value(),
                            it.scopes(),
                            first.at());
            case ClientCredentialsGranted it ->
                    new GrantStart(
                            it.grant().value(),
                            it.hub().value(),
                            it.app().value(),
                            null,
                            it.workspace().value(),
                            it.accessToken().scopes(),
                            first.at());
            default -> throw new IllegalStateException("a grant begins otherwise: " + first);
        };
    }
}
