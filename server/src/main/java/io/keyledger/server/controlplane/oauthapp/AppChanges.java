package io.keyledger.server.controlplane.oauthapp;

import io.keyledger.api.oauthapp.OAuthAppCommand.DeleteOAuthApp;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.Why;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PATCH} and {@code DELETE /admin/v1/oauth-apps/{app}}: what the app loses, its tokens have
 * lost on every node when the call is answered.
 */
@RestController
@OnCommandNode
@Tag(name = "OAuth apps")
public final class AppChanges {

    private static final String PATH = "/admin/v1/oauth-apps/{app}";

    private final Mutations mutations;

    AppChanges(Mutations mutations) {
        this.mutations = mutations;
    }

    @Operation(
            summary = "Change an OAuth app",
            description =
                    "What is left out stays as it is. Scopes that are taken away, its tokens lose"
                            + " at once.")
    @PatchMapping(PATH)
    public ResponseEntity<ChangeAnswer> patch(
            @PathVariable String app, @RequestBody AppPatch patch, Caller caller) {
        OAuthAppId id = PathIds.app(app);
        return mutations.change(caller, app, patch, patch.reason(), patch.command(id));
    }

    @Operation(
            summary = "Delete an OAuth app for good",
            description = "Every grant and token of it dies.")
    @DeleteMapping(PATH)
    public ResponseEntity<ChangeAnswer> delete(
            @PathVariable String app,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        return mutations.change(
                caller, app, new Why(reason), reason, new DeleteOAuthApp(PathIds.app(app)));
    }
}
