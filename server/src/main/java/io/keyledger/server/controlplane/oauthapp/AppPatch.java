package io.keyledger.server.controlplane.oauthapp;

import io.keyledger.api.oauthapp.OAuthAppCommand.ChangeOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.ChangeOAuthAppRedirectUris;
import io.keyledger.api.oauthapp.OAuthAppCommand.ChangeOAuthAppScopes;
import io.keyledger.api.oauthapp.OAuthAppCommand.OAuthAppChange;
import io.keyledger.api.oauthapp.OAuthAppCommand.RenameOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppCommand.SetOAuthAppLogo;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be changed of an app; what is left out stays as it is.
 *
 * @param logo a {@code data:} URL; JSON null removes it, which is not the same as leaving the field
 *     out: so it is read as a node
 */
public record AppPatch(
        @Nullable String name,
        @Nullable List<String> redirectUris,
        @Nullable List<String> scopes,
        @Schema(type = "string", nullable = true) @Nullable JsonNode logo,
        @Nullable String reason) {

    /** One change for each field that is there. */
    ChangeOAuthApp command(OAuthAppId app) {
        List<OAuthAppChange> changes = new ArrayList<>();
        if (name != null) {
            changes.add(new RenameOAuthApp(app, name));
        }
        if (redirectUris != null) {
            changes.add(
                    new ChangeOAuthAppRedirectUris(
                            app, Required.elements("redirectUris", redirectUris)));
        }
        if (scopes != null) {
            changes.add(new ChangeOAuthAppScopes(app, Required.elements("scopes", scopes)));
        }
        if (logo != null) {
            changes.add(new SetOAuthAppLogo(app, url(logo)));
        }
        return new ChangeOAuthApp(app, atLeastOne(changes));
    }

    private static List<OAuthAppChange> atLeastOne(List<OAuthAppChange> changes) {
        if (changes.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.MISSING_FIELD,
                    "Name what to change: name, redirectUris, scopes or logo.");
        }
        return changes;
    }

    private static @Nullable String url(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD,
                    "logo",
                    "Write the logo as a data URL, or null for none.");
        }
        return node.stringValue();
    }
}
