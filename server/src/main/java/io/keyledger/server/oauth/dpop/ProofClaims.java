package io.keyledger.server.oauth.dpop;

import static io.keyledger.server.oauth.dpop.DPoPProofs.require;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a proof says of the request that it is for. */
final class ProofClaims {

    private static final Map<String, Integer> USUAL_PORTS = Map.of("https", 443, "http", 80);

    private ProofClaims() {}

    static void check(JWTClaimsSet claims, String method, URI target, @Nullable String accessToken)
            throws InvalidProofException {
        require(method.equals(claims.getClaim("htm")), "The DPoP proof's htm is another method.");
        require(
                claims.getClaim("htu") instanceof String htu && isSame(htu, target),
                "The DPoP proof's htu is another URL.");
        if (accessToken != null) {
            require(
                    claims.getClaim("ath") instanceof String ath && isHashOf(accessToken, ath),
                    "The DPoP proof's ath is of another access token.");
        }
    }

    private static boolean isSame(String htu, URI target) {
        try {
            return normal(URI.create(htu)).equals(normal(target));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Scheme, host, port and path, as RFC 3986 §6.2 makes them comparable. */
    private static String normal(URI url) {
        if (url.getHost() == null || url.getScheme() == null) {
            throw new IllegalArgumentException("not absolute");
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : USUAL_PORTS.getOrDefault(scheme, -1);
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port + path;
    }

    private static boolean isHashOf(String accessToken, String ath) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(US_ASCII));
            String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            return MessageDigest.isEqual(expected.getBytes(UTF_8), ath.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
