package io.keyledger.server.controlplane.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.query.inventory.GrantView;
import io.keyledger.query.inventory.GrantView.Ending;
import io.keyledger.server.controlplane.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app was granted.
 *
 * @param app its {@code client_id}
 * @param account the person that it acts for; absent when it acts for itself
 * @param status {@code pending} while its code is not exchanged, {@code active}, {@code expired} or
 *     {@code revoked}
 * @param boundKey the thumbprint of the DPoP key that it is bound to
 * @param generation of its newest tokens; 0 while it is pending
 * @param lastIssuedAt when it was last exchanged for tokens
 * @param expiresAt when all of it has expired, unless it is refreshed before
 * @param endsAt when it is over, whatever is refreshed until then
 * @param revokedAt absent when it is not known: the person has left the workspace
 * @param cause why it is revoked: {@code requested}, {@code code_reused}, {@code
 *     refresh_token_reused}, {@code app_deleted} or {@code member_gone}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GrantAnswer(
        String id,
        String hub,
        String workspace,
        String app,
        @Nullable String account,
        List<String> scopes,
        String status,
        @Nullable String boundKey,
        int generation,
        Instant grantedAt,
        @Nullable Instant lastIssuedAt,
        Instant expiresAt,
        Instant endsAt,
        @Nullable Instant revokedAt,
        @Nullable String cause) {

    static GrantAnswer of(GrantView view, Instant now) {
        Ending ended = view.ended();
        return new GrantAnswer(
                view.id(),
                view.hub(),
                view.workspace(),
                view.app(),
                view.account(),
                view.scopes(),
                status(view, now),
                view.boundKey(),
                view.generation(),
                view.grantedAt(),
                view.lastIssuedAt(),
                view.expiresAt(),
                view.endsAt(),
                ended == null ? null : ended.at(),
                ended == null ? null : Word.of(ended.cause()));
    }

    private static String status(GrantView view, Instant now) {
        if (view.ended() != null) {
            return "revoked";
        }
        if (!now.isBefore(view.expiresAt())) {
            return "expired";
        }
        return view.generation() == 0 ? "pending" : "active";
    }
}
