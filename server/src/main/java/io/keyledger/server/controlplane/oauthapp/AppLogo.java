package io.keyledger.server.controlplane.oauthapp;

import io.keyledger.api.oauthapp.OAuthAppCommand.SetOAuthAppLogo;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.oauthapp.Logos;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT} and {@code DELETE /admin/v1/oauth-apps/{app}/logo}: the bytes of an image. What sort
 * of image they are, they say themselves; what the request says is not believed.
 */
@RestController
@OnCommandNode
@Tag(name = "OAuth apps")
final class AppLogo {

    private static final String PATH = "/admin/v1/oauth-apps/{app}/logo";

    private final Mutations mutations;

    AppLogo(Mutations mutations) {
        this.mutations = mutations;
    }

    @Operation(
            summary = "Upload the logo of an OAuth app",
            description = "A PNG, JPEG, GIF or WebP image of at most 32 KB.")
    @PutMapping(
            path = PATH,
            consumes = {
                MediaType.IMAGE_PNG_VALUE,
                MediaType.IMAGE_JPEG_VALUE,
                MediaType.IMAGE_GIF_VALUE,
                "image/webp",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    ResponseEntity<ChangeAnswer> upload(
            @PathVariable String app,
            @RequestParam(required = false) @Nullable String reason,
            @RequestBody(required = false) byte @Nullable [] image,
            Caller caller) {
        return set(app, url(image), reason, caller);
    }

    @Operation(summary = "Remove the logo of an OAuth app")
    @DeleteMapping(PATH)
    ResponseEntity<ChangeAnswer> remove(
            @PathVariable String app,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        return set(app, null, reason, caller);
    }

    private ResponseEntity<ChangeAnswer> set(
            String app, @Nullable String logo, @Nullable String reason, Caller caller) {
        return mutations.change(
                caller,
                app,
                new Setting(logo, reason),
                reason,
                new SetOAuthAppLogo(PathIds.app(app), logo));
    }

    private static String url(byte @Nullable [] image) {
        return Logos.url(image == null ? new byte[0] : image)
                .orElseThrow(
                        () -> CommandRejected.because(RejectionReason.LOGO_INVALID, "logo", null));
    }

    /** What makes a call the same call. */
    record Setting(@Nullable String logo, @Nullable String reason) {}
}
