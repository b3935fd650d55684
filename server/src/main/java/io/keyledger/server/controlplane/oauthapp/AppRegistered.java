package io.keyledger.server.controlplane.oauthapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.oauthapp.OAuthAppCommand.RegisterOAuthApp;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.server.controlplane.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new OAuth app, with its secret.
 *
 * @param id its {@code client_id}
 * @param clientSecret its {@code client_secret}; shown here, and never again; absent for a public
 *     app
 * @param hint what people recognise the secret by
 * @param generation of the secret
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppRegistered(
        String id,
        @Nullable String clientSecret,
        @Nullable String hint,
        @Nullable Integer generation,
        String workspace,
        String hub,
        String name,
        String type,
        List<String> redirectUris,
        List<String> scopes,
        @Nullable String logo,
        Instant createdAt) {

    static AppRegistered of(
            RegisterOAuthApp command, HubId hub, @Nullable MintedSecret secret, Instant at) {
        return new AppRegistered(
                command.app().value(),
                secret == null ? null : secret.plaintext(),
                secret == null ? null : secret.record().hint(),
                secret == null ? null : 1,
                command.workspace().value(),
                hub.value(),
                command.name(),
                Word.of(command.type()),
                command.redirectUris(),
                command.scopes(),
                command.logo(),
                at);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "AppRegistered[" + id + "]";
    }
}
