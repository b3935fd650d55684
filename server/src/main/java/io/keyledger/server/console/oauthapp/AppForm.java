package io.keyledger.server.console.oauthapp;

import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import io.keyledger.command.oauthapp.Logos;
import io.keyledger.query.inventory.OAuthAppView;
import io.keyledger.server.controlplane.Word;
import io.keyledger.server.page.Form;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has written of an app, kept as it was written until it is taken.
 *
 * @param redirectUris one in each line
 * @param logo a {@code data:} URL; null for none
 */
public record AppForm(
        String name,
        String type,
        String redirectUris,
        List<String> scopes,
        @Nullable String logo,
        String reason) {

    static final AppForm EMPTY =
            new AppForm("", Word.of(ClientType.CONFIDENTIAL), "", List.of(), null, "");

    /** A picture that no logo can be is left out here, and refused by {@link #requireLogo}. */
    static AppForm of(Form form) {
        return new AppForm(
                form.value("name"),
                form.value("type"),
                form.value("redirectUris"),
                form.values("scopes"),
                logo(form),
                form.value("reason"));
    }

    static AppForm of(OAuthAppView app) {
        return new AppForm(
                app.name(),
                Word.of(app.type()),
                String.join("\n", app.redirectUris()),
                app.scopes(),
                app.logo(),
                "");
    }

    /** Refuses a picture that no logo can be. */
    static void requireLogo(Form form) {
        form.file("image")
                .ifPresent(image -> {
                    if (Logos.url(image).isEmpty()) {
                        throw CommandRejected.because(RejectionReason.LOGO_INVALID, "logo", null);
                    }
                });
    }

    /** Whether it may ask for a scope. */
    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /** The scopes as a line. */
    public String scopesInWords() {
        return scopes.stream().sorted().collect(Collectors.joining(", "));
    }

    List<String> addresses() {
        return redirectUris.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    @Nullable String why() {
        return reason.isBlank() ? null : reason;
    }

    private static @Nullable String logo(Form form) {
        Optional<String> kept =
                Optional.of(form.value("logo"))
                        .filter(it -> !it.isEmpty() && form.value("withoutLogo").isEmpty());
        return form.file("image").flatMap(Logos::url).or(() -> kept).orElse(null);
    }
}
