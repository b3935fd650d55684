package io.keyledger.server.oauth.dpop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks DPoP proofs (RFC 9449 §4.3). Safe for use by many threads. */
public final class DPoPProofs {

    /** Each is fast to check, and none needs a secret that both sides have. */
    public static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.RS256);

    /** A proof with an RSA key of 4096 bits has some 2,000 characters. */
    static final int LONGEST = 4096;

    static final Duration OLDEST = Duration.ofSeconds(60);
    static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");
    private static final int LONGEST_ID = 256;

    private final Clock clock;
    private final UsedProofs used;
    private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

    public DPoPProofs(Clock clock, UsedProofs used) {
        this.clock = clock;
        this.used = used;
    }

    /**
     * The key that a proof proves, once.
     *
     * @param method of the request that the proof came with
     * @param target the request's URL; its query does not matter
     * @param accessToken that the request presents; null at the token endpoint, where there is none
     * @throws InvalidProofException when it proves nothing about this request
     */
    public ProvenKey verify(String proof, String method, URI target, @Nullable String accessToken)
            throws InvalidProofException {
        CheckedProof checked = check(proof, method, target, accessToken);
        require(used.use(checked.name(), checked.until()), "The DPoP proof was used before.");
        return checked.key();
    }

    /**
     * What a proof proves, whether it was used before or not: that is for the caller to find out.
     *
     * @throws InvalidProofException when it proves nothing about this request
     */
    public CheckedProof check(String proof, String method, URI target, @Nullable String accessToken)
            throws InvalidProofException {
        SignedJWT jwt = parsed(proof);
        JWK key = key(jwt.getHeader());
        JWTClaimsSet claims = claims(jwt);
        ProofClaims.check(claims, method, target, accessToken);
        Instant issuedAt = checkTime(claims.getIssueTime());
        // Last, because it costs the most.
        checkSignature(jwt, key);
        return checked(new ProvenKey(thumbprint(key)), claims.getJWTID(), issuedAt);
    }

    private static SignedJWT parsed(String proof) throws InvalidProofException {
        if (proof.length() > LONGEST) {
            throw new InvalidProofException("The DPoP proof is too long.");
        }
        try {
            return SignedJWT.parse(proof);
        } catch (ParseException | RuntimeException _) {
            throw new InvalidProofException("The DPoP proof is not a signed JWT.");
        }
    }

    private static JWK key(JWSHeader header) throws InvalidProofException {
        JWK key = header.getJWK();
        require(TYPE.equals(header.getType()), "The DPoP proof has another typ than dpop+jwt.");
        require(
                ALGORITHMS.contains(header.getAlgorithm()),
                "The DPoP proof has an alg that is not supported.");
        if (!(key instanceof AsymmetricJWK) || key.isPrivate()) {
            throw new InvalidProofException("The DPoP proof has no public key in its jwk.");
        }
        return key;
    }

    private void checkSignature(SignedJWT jwt, JWK key) throws InvalidProofException {
        try {
            require(
                    jwt.verify(
                            verifiers.createJWSVerifier(
                                    jwt.getHeader(), ((AsymmetricJWK) key).toPublicKey())),
                    "The DPoP proof is not signed with its key.");
        } catch (JOSEException | RuntimeException _) {
            throw new InvalidProofException("The DPoP proof's key does not fit its alg.");
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) throws InvalidProofException {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException _) {
            throw new InvalidProofException("The DPoP proof's claims are not well-formed.");
        }
    }

    private Instant checkTime(@Nullable Date issueTime) throws InvalidProofException {
        if (issueTime == null) {
            throw new InvalidProofException("The DPoP proof has no iat.");
        }
        Instant issuedAt = issueTime.toInstant();
        Instant now = clock.instant();
        require(
                issuedAt.isAfter(now.minus(OLDEST)) && issuedAt.isBefore(now.plus(CLOCKS_APART)),
                "The DPoP proof's iat is not of now.");
        return issuedAt;
    }

    private static String thumbprint(JWK key) throws InvalidProofException {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException _) {
            throw new InvalidProofException("The DPoP proof's key has no thumbprint.");
        }
    }

    private static CheckedProof checked(ProvenKey key, @Nullable String id, Instant issuedAt)
            throws InvalidProofException {
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            throw new InvalidProofException("The DPoP proof has no jti of 1 to 256 characters.");
        }
        return new CheckedProof(
                key, key.thumbprint() + " " + id, issuedAt.plus(OLDEST).plusSeconds(1));
    }

    static void require(boolean condition, String otherwise) throws InvalidProofException {
        if (!condition) {
            throw new InvalidProofException(otherwise);
        }
    }
}
