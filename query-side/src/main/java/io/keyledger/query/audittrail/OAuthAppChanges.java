package io.keyledger.query.audittrail;

import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.oauthapp.OAuthAppEvent;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppLogoSet;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRedirectUrisChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRegistered;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppRenamed;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppSecretRotated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an event changed of an OAuth app. Of a logo the trail tells what sort of image it is. */
final class OAuthAppChanges {

    private OAuthAppChanges() {}

    static List<Change> of(OAuthAppEvent event) {
        return switch (event) {
            case OAuthAppRegistered e -> registered(e);
            case OAuthAppRenamed e -> List.of(new Change("name", e.previousName(), e.name()));
            case OAuthAppLogoSet e -> List.of(new Change("logo", null, imageType(e.logo())));
            case OAuthAppRedirectUrisChanged e ->
                    List.of(new Change("redirectUris", e.previousRedirectUris(), e.redirectUris()));
            case OAuthAppScopesChanged e ->
                    List.of(new Change("scopes", e.previousScopes(), e.scopes()));
            case OAuthAppSecretRotated e -> rotated(e);
            case OAuthAppDeleted _ -> List.of(new Change("deleted", false, true));
        };
    }

    private static List<Change> registered(OAuthAppRegistered event) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("name", null, event.name()));
        changes.add(new Change("type", null, event.type().name().toLowerCase(Locale.ROOT)));
        changes.add(new Change("redirectUris", null, event.redirectUris()));
        changes.add(new Change("logo", null, imageType(event.logo())));
        changes.add(new Change("scopes", null, event.scopes()));
        SecretRecord secret = event.secret();
        if (secret != null) {
            changes.add(new Change("secret", null, 1));
            changes.add(new Change("hint", null, secret.hint()));
        }
        return changes;
    }

    private static List<Change> rotated(OAuthAppSecretRotated event) {
        return List.of(
                new Change("secret", event.generation() - 1, event.generation()),
                new Change("hint", null, event.secret().hint()),
                new Change("previousValidUntil", null, event.previousValidUntil().toString()));
    }

    /** What stands between {@code data:} and {@code ;base64,}. */
    private static @Nullable String imageType(@Nullable String logo) {
        return logo == null ? null : logo.substring("data:".length(), logo.indexOf(';'));
    }
}
