package io.keyledger.server.oauth.dpop;

/**
 * The key that a request has proven to hold.
 *
 * @param thumbprint of the public key (RFC 7638), base64url: what a bound token's {@code cnf.jkt}
 *     has
 */
public record ProvenKey(String thumbprint) {}
