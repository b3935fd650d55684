package io.keyledger.server.oauth.token;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.api.grant.GrantCommand.GrantClientCredentials;
import io.keyledger.api.grant.GrantId;
import io.keyledger.command.minting.IdentifierMint;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.server.oauth.client.AuthenticatedClient;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.message.OAuthRefusal;
import io.keyledger.server.oauth.message.OAuthRequest;
import org.jspecify.annotations.Nullable;

/** {@code grant_type=client_credentials} (RFC 6749 §4.4): the app acts for itself. */
final class ClientCredentialsGrant implements TokenGrant {

    private final IdentifierMint identifiers;
    private final SecretMint mint;
    private final AccessTokens accessTokens;
    private final GrantCommands commands;

    ClientCredentialsGrant(
            IdentifierMint identifiers,
            SecretMint mint,
            AccessTokens accessTokens,
            GrantCommands commands) {
        this.identifiers = identifiers;
        this.mint = mint;
        this.accessTokens = accessTokens;
        this.commands = commands;
    }

    @Override
    public Tokens exchange(
            OAuthHub hub,
            AuthenticatedClient client,
            OAuthRequest request,
            @Nullable String provenKey) {
        if (client.isPublic()) {
            throw OAuthRefusal.of(
                    OAuth2Error.UNAUTHORIZED_CLIENT, "A public client cannot act for itself.");
        }
        GrantId grant = identifiers.grantId();
        MadeAccessToken access =
                accessTokens.make(
                        hub,
                        TokenBearer.of(client.app()),
                        mint.accessToken(hub.profile().keys().prefix()),
                        identifiers.tokenId(),
                        RequestedScopes.of(request, hub, client.app().scopes()),
                        provenKey);
        commands.grant(
                new GrantClientCredentials(grant, client.id(), access.record()),
                client.origin(request));
        return new Tokens(access, null);
    }
}
