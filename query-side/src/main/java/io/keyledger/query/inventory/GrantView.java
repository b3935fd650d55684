package io.keyledger.query.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person has granted to an app, or an app's token for itself.
 *
 * @param account the person that the app acts for; null when it acts for itself
 * @param boundKey the thumbprint of the key that its code or tokens are bound to; null when to none
 * @param generation of its newest tokens; 0 while its code is not exchanged
 * @param grantedPosition the ledger position that orders lists of grants
 * @param lastIssuedAt when it was last exchanged for tokens; null while its code is not
 * @param expiresAt when all of it has expired, unless it is refreshed before
 * @param endsAt when it is over, whatever is refreshed until then
 * @param ended how it has ended; null while it has not
 * @param version counts the grant's changes from 0; the base of its entity tag
 */
public record GrantView(
        String id,
        String hub,
        String workspace,
        String app,
        @Nullable String account,
        List<String> scopes,
        @Nullable String boundKey,
        int generation,
        Instant grantedAt,
        long grantedPosition,
        @Nullable Instant lastIssuedAt,
        Instant expiresAt,
        Instant endsAt,
        @Nullable Ending ended,
        long version) {

    /**
     * Why nothing of a grant is accepted any more, before its time.
     *
     * @param at null when it is not known: the person has left the workspace
     */
    public record Ending(EndingCause cause, @Nullable Instant at) {}

    /** What has ended a grant. */
    public enum EndingCause {
        /** The person, an admin or the app itself asked for it. */
        REQUESTED,
        /** Its authorization code was presented again. */
        CODE_REUSED,
        /** A refresh token that had been used was presented again. */
        REFRESH_TOKEN_REUSED,
        /** The app was deleted. */
        APP_DELETED,
        /** The person does not belong to the workspace any more. */
        MEMBER_GONE
    }
}
