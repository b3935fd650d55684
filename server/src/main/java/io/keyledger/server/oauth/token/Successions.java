package io.keyledger.server.oauth.token;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.api.grant.GrantCommand;
import io.keyledger.api.grant.Redemption.Reused;
import io.keyledger.api.grant.Redemption.Succeeded;
import io.keyledger.api.grant.Succession;
import io.keyledger.command.minting.SuccessorMint;
import io.keyledger.command.minting.Successors;
import io.keyledger.server.oauth.message.OAuthRefusal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Puts new tokens in the place of what is presented: once, and the same again for a lost answer.
 */
final class Successions {

    private final SuccessorMint mint;
    private final AccessTokens accessTokens;
    private final GrantCommands commands;

    Successions(SuccessorMint mint, AccessTokens accessTokens, GrantCommands commands) {
        this.mint = mint;
        this.accessTokens = accessTokens;
        this.commands = commands;
    }

    /**
     * Exchanges a code or refresh token.
     *
     * @param scopes of the new access token
     * @param command that makes the succession stand
     * @throws OAuthRefusal when it was used before, or the command is refused
     */
    Tokens exchange(
            TokenRequest request, List<String> scopes, Function<Succession, GrantCommand> command) {
        String salt = mint.salt();
        Successors minted =
                mint.successors(request.prefix(), request.grant().grant(), salt, request.secret());
        MadeAccessToken access =
                accessTokens.make(
                        request.hub(),
                        request.bearer(),
                        minted.accessToken(),
                        minted.tokenId(),
                        scopes,
                        request.provenKey());
        Succession made = new Succession(salt, access.record(), minted.refreshToken().digest());
        return switch (commands.redeem(command.apply(made), request)) {
            case Reused _ ->
                    throw OAuthRefusal.of(
                            OAuth2Error.INVALID_GRANT,
                            "It was used before. Everything that came of it is revoked.");
            case Succeeded succeeded when succeeded.succession().salt().equals(salt) ->
                    new Tokens(access, minted.refreshToken().plaintext());
            case Succeeded earlier -> again(request, earlier.succession());
        };
    }

    private Tokens again(TokenRequest request, Succession earlier) {
        return mint.again(request.prefix(), request.grant().grant(), earlier, request.secret())
                .filter(minted ->
                        Objects.equals(minted.refreshToken().digest(), earlier.refreshToken()))
                .flatMap(minted ->
                        accessTokens
                                .again(
                                        request.hub(),
                                        request.bearer(),
                                        minted.accessToken(),
                                        earlier.accessToken())
                                .map(access ->
                                        new Tokens(access, minted.refreshToken().plaintext())))
                .orElseThrow(() ->
                        OAuthRefusal.of(
                                OAuth2Error.INVALID_GRANT,
                                "It was used before, and its tokens cannot be made again."));
    }
}
