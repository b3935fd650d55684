package io.keyledger.command.grant;

import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_MISMATCH;
import static io.keyledger.api.rejection.RejectionReason.REDIRECT_URI_REMOVED;

import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.command.oauthapp.RedirectUris;
import io.keyledger.command.oauthapp.RegisteredApp;
import io.keyledger.command.policy.Rejection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A code goes to an address that the app has registered, and is taken only as long as it has. */
final class RedirectPolicy {

    private RedirectPolicy() {}

    /**
     * Where the code goes.
     *
     * @param named by the app; null when it relies on having only one (RFC 6749 §3.1.2.3)
     */
    static Optional<String> target(@Nullable String named, RegisteredApp app) {
        List<String> registered = app.redirectUris();
        if (named == null) {
            return registered.size() == 1 ? Optional.of(registered.getFirst()) : Optional.empty();
        }
        return Optional.of(named).filter(it -> RedirectUris.match(registered, it));
    }

    static Optional<Rejection> registered(GrantApproved approval, RegisteredApp app) {
        String uri = approval.redirectUri();
        boolean gone = !RedirectUris.match(app.redirectUris(), uri);
        return Rejection.when(gone, REDIRECT_URI_REMOVED, "redirectUri", uri);
    }

    /** An app that did not name it may leave it out, and may not name another. */
    static Optional<Rejection> same(GrantApproved approval, @Nullable String presented) {
        boolean refused =
                presented == null
                        ? approval.redirectUriNamed()
                        : !presented.equals(approval.redirectUri());
        return Rejection.when(refused, REDIRECT_URI_MISMATCH, "redirectUri", presented);
    }
}
