package io.keyledger.query.audittrail;

import io.keyledger.api.grant.AccessTokenRecord;
import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import io.keyledger.api.grant.RevocationCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event changed of a grant. Tokens are told apart by their number in the grant. */
final class GrantChanges {

    private GrantChanges() {}

    static List<Change> of(GrantEvent event) {
        return switch (event) {
            case GrantApproved e -> approved(e);
            case AuthorizationCodeRedeemed e ->
                    issued(1, e.succession().accessToken(), e.refreshExpiresAt());
            case TokensRefreshed e ->
                    issued(e.generation(), e.succession().accessToken(), e.refreshExpiresAt());
            case ClientCredentialsGranted e -> clientCredentials(e);
            case AccessTokenRevoked e -> List.of(new Change("accessToken", e.generation(), null));
            case GrantRevoked e ->
                    List.of(
                            new Change("revoked", false, true),
                            new Change("cause", null, words(e.cause())));
        };
    }

    private static List<Change> approved(GrantApproved event) {
        return List.of(
                new Change("app", null, event.app().value()),
                new Change("account", null, event.account().value()),
                new Change("scopes", null, event.scopes()),
                new Change("redirectUri", null, event.redirectUri()),
                new Change("pkce", null, event.codeChallenge() != null),
                new Change("boundKey", null, event.boundKey()),
                new Change("codeExpiresAt", null, event.codeExpiresAt().toString()),
                new Change("endsAt", null, event.endsAt().toString()));
    }

    private static List<Change> clientCredentials(ClientCredentialsGranted event) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("app", null, event.app().value()));
        changes.addAll(issued(1, event.accessToken(), null));
        return changes;
    }

    private static List<Change> issued(
            int generation, AccessTokenRecord token, @Nullable Instant refreshExpiresAt) {
        return List.of(
                new Change("accessToken", generation == 1 ? null : generation - 1, generation),
                new Change("scopes", null, token.scopes()),
                new Change("boundKey", null, token.boundKey()),
                new Change("expiresAt", null, token.expiresAt().toString()),
                new Change(
                        "refreshExpiresAt",
                        null,
                        refreshExpiresAt == null ? null : refreshExpiresAt.toString()));
    }

    private static String words(RevocationCause cause) {
        return switch (cause) {
            case REQUESTED -> "it was asked for";
            case CODE_REUSED -> "its code was presented again";
            case REFRESH_TOKEN_REUSED -> "a used refresh token was presented again";
        };
    }
}
