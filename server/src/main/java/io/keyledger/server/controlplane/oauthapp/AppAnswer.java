package io.keyledger.server.controlplane.oauthapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.query.inventory.OAuthAppView.ClientSecret;
import io.keyledger.query.inventory.OAuthAppView.PreviousSecret;
import io.keyledger.server.controlplane.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth app, without its secrets.
 *
 * @param id its {@code client_id}
 * @param type {@code confidential} or {@code public}
 * @param status {@code active} or {@code deleted}
 * @param hasLogo whether consent pages show one
 * @param logo as a {@code data:} URL; not in lists, where it would weigh too much
 * @param hint prefix and last four characters of the current secret; absent for a public app
 * @param generation of the current secret, from 1; absent for a public app
 * @param previousSecret the secret before, while it is accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppAnswer(
        String id,
        String workspace,
        String hub,
        String name,
        String type,
        String status,
        List<String> redirectUris,
        List<String> scopes,
        boolean hasLogo,
        @Nullable String logo,
        @Nullable String hint,
        @Nullable Integer generation,
        @Nullable PreviousSecret previousSecret,
        Instant createdAt,
        String createdBy,
        @Nullable Instant deletedAt) {

    static AppAnswer inList(OAuthAppView view, Instant now) {
        return of(view, null, now);
    }

    static AppAnswer alone(OAuthAppView view, Instant now) {
        return of(view, view.logo(), now);
    }

    private static AppAnswer of(OAuthAppView view, @Nullable String logo, Instant now) {
        ClientSecret secret = view.secret();
        return new AppAnswer(
                view.id(),
                view.workspace(),
                view.hub(),
                view.name(),
                Word.of(view.type()),
                view.deletedAt() == null ? "active" : "deleted",
                view.redirectUris(),
                view.scopes(),
                view.logo() != null,
                logo,
                secret == null ? null : secret.hint(),
                secret == null ? null : secret.generation(),
                secret == null ? null : live(secret.previous(), now),
                view.registeredAt(),
                view.registeredBy(),
                view.deletedAt());
    }

    private static @Nullable PreviousSecret live(@Nullable PreviousSecret previous, Instant now) {
        return previous != null && now.isBefore(previous.validUntil()) ? previous : null;
    }
}
