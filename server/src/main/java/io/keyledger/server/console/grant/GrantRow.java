package io.keyledger.server.console.grant;

import io.keyledger.query.inventory.GrantView;
import java.time.Instant;

/**
 * A grant as people read it.
 *
 * @param app its name
 * @param person their name; empty when the app acts for itself
 * @param status {@code waiting} while its code is not exchanged, {@code active}, {@code expired} or
 *     {@code ended}
 */
public record GrantRow(GrantView grant, String app, String person, String status) {

    static String status(GrantView grant, Instant now) {
        if (grant.ended() != null) {
            return "ended";
        }
        if (!now.isBefore(grant.expiresAt())) {
            return "expired";
        }
        return grant.generation() == 0 ? "waiting" : "active";
    }

    /** Whether there is anything left to withdraw. */
    public boolean live() {
        return status.equals("active") || status.equals("waiting");
    }

    /** Why it has ended; empty while it has not. */
    public String ending() {
        GrantView.Ending ended = grant.ended();
        if (ended == null) {
            return "";
        }
        return switch (ended.cause()) {
            case REQUESTED -> "It was withdrawn, or the app gave it back.";
            case CODE_REUSED -> "Its code was presented twice: somebody else may have had it.";
            case REFRESH_TOKEN_REUSED ->
                    "A used refresh token was presented again: somebody else may have had it.";
            case APP_DELETED -> "The app was deleted.";
            case MEMBER_GONE -> "The person no longer belongs to the workspace.";
        };
    }
}
