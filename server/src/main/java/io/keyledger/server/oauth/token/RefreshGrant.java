package io.keyledger.server.oauth.token;

import io.keyledger.api.grant.GrantCommand.RefreshTokens;
import io.keyledger.query.oauth.PresentedSecret;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code grant_type=refresh_token} (RFC 6749 §6). */
final class RefreshGrant implements TokenGrant {

    private final PresentedSecrets secrets;
    private final Successions successions;

    RefreshGrant(PresentedSecrets secrets, Successions successions) {
        this.secrets = secrets;
        this.successions = successions;
    }

    @Override
    public Tokens exchange(
            OAuthHub hub,
            AuthenticatedClient client,
            OAuthRequest request,
            @Nullable String provenKey) {
        String refreshToken = request.form().required("refresh_token");
        PresentedSecret presented =
                secrets.find(PresentedSecret.Kind.REFRESH_TOKEN, refreshToken, hub, client);
        List<String> available =
                presented.grant().scopes().stream()
                        .filter(client.app().scopes()::contains)
                        .toList();
        return successions.exchange(
                new TokenRequest(hub, client, request, refreshToken, presented.grant(), provenKey),
                RequestedScopes.of(request, hub, available),
                succession ->
                        new RefreshTokens(
                                presented.grant().grant(),
                                client.id(),
                                presented.digest(),
                                presented.generation(),
                                succession));
    }
}
