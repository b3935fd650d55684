package io.keyledger.command.minting;

/**
 * What takes the place of a presented code or refresh token.
 *
 * @param refreshToken the next refresh token
 * @param accessToken an opaque access token, for hubs whose access tokens are no JWTs
 * @param tokenId the {@code jti} of the access token (RFC 7519 §4.1.7), a JWT or not
 */
public record Successors(MintedToken refreshToken, MintedToken accessToken, String tokenId) {}
