package io.keyledger.server.oauth.dpop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checklist VF-13: a proof with one defect proves nothing. */
class DPoPProofsTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");
    private static final URI URL = URI.create("https://api.example/v1/token");
    private static final String TOKEN = "hbn_at_something";
    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final DPoPProofs proofs = new DPoPProofs(clock, new RememberedProofs(clock));
    private final ECKey key = new ECKeyGenerator(Curve.P_256).generate();

    DPoPProofsTest() throws Exception {}

    private static JWTClaimsSet.Builder claims() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(US_ASCII));
        return new JWTClaimsSet.Builder()
                .jwtID("one")
                .claim("htm", "POST")
                .claim("htu", URL.toString())
                .claim("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .issueTime(Date.from(NOW));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private String with(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(header(key.toPublicJWK()), change.apply(claims()).build(), signer());
    }

    private static JWSHeader header(JWK jwk) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).jwk(jwk).build();
    }

    private JWSSigner signer() throws Exception {
        return new ECDSASigner(key);
    }

    private ProvenKey verify(String proof) throws InvalidProofException {
        return proofs.verify(proof, "POST", URL, TOKEN);
    }

    private void assertRefused(String proof, String why) {
        assertThatThrownBy(() -> verify(proof))
                .isInstanceOf(InvalidProofException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aProofNamesItsKey() throws Exception {
        assertThat(verify(with(it -> it)).thumbprint())
                .isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void everyAlgorithmThatIsToldIsTaken() throws Exception {
        RSAKey rsa = new RSAKeyGenerator(2048).generate();
        for (JWSAlgorithm algorithm : DPoPProofs.ALGORITHMS) {
            Curve curve =
                    Curve.forJWSAlgorithm(algorithm) == null
                            ? null
                            : Curve.forJWSAlgorithm(algorithm).iterator().next();
            JWK jwk = curve == null ? rsa : new ECKeyGenerator(curve).generate();
            JWSSigner signer =
                    curve == null ? new RSASSASigner(rsa) : new ECDSASigner(jwk.toECKey());
            JWSHeader header =
                    new JWSHeader.Builder(algorithm).type(TYPE).jwk(jwk.toPublicJWK()).build();

            assertThat(
                            verify(
                                            signed(
                                                    header,
                                                    claims().jwtID(algorithm.getName()).build(),
                                                    signer))
                                    .thumbprint())
                    .as(algorithm.getName())
                    .isEqualTo(jwk.computeThumbprint().toString());
        }
    }

    @Test
    void whatThePathOfTheRequestHasBehindItDoesNotMatter() throws Exception {
        URI asked = URI.create("https://API.example:443/v1/token?page=2");

        assertThat(proofs.verify(with(it -> it), "POST", asked, TOKEN)).isNotNull();
    }

    @Test
    void aProofIsGoodOnce() throws Exception {
        String proof = with(it -> it);
        verify(proof);

        assertRefused(proof, "used before");
        assertThat(verify(with(it -> it.jwtID("another")))).isNotNull();
    }

    @Test
    void twoKeysMayUseTheSameName() throws Exception {
        verify(with(it -> it));
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();

        assertThat(
                        verify(
                                signed(
                                        header(other.toPublicJWK()),
                                        claims().build(),
                                        new ECDSASigner(other))))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"-59, true", "-61, false", "4, true", "6, false"})
    void aProofIsOfNow(int seconds, boolean taken) throws Exception {
        String proof = with(it -> it.issueTime(Date.from(NOW.plusSeconds(seconds))));

        if (taken) {
            assertThat(verify(proof)).isNotNull();
        } else {
            assertRefused(proof, "iat");
        }
    }

    @Test
    void oneThatLacksAClaimOrHasAWrongOneIsRefused() throws Exception {
        assertRefused(with(it -> it.claim("htm", "GET")), "htm");
        assertRefused(with(it -> it.claim("htm", null)), "htm");
        assertRefused(with(it -> it.claim("htu", "https://api.example/v1/other")), "htu");
        assertRefused(with(it -> it.claim("htu", "http://api.example/v1/token")), "htu");
        assertRefused(with(it -> it.claim("htu", "https://api.example:8443/v1/token")), "htu");
        assertRefused(with(it -> it.claim("htu", "/v1/token")), "htu");
        assertRefused(with(it -> it.claim("htu", "::")), "htu");
        assertRefused(with(it -> it.claim("htu", 7)), "htu");
        assertRefused(with(it -> it.claim("ath", "another")), "ath");
        assertRefused(with(it -> it.claim("ath", null)), "ath");
        assertRefused(with(it -> it.issueTime(null)), "iat");
        assertRefused(with(it -> it.jwtID(null)), "jti");
        assertRefused(with(it -> it.jwtID("x".repeat(257))), "jti");
    }

    @Test
    void oneThatIsSignedInAnotherWayIsRefused() throws Exception {
        JWTClaimsSet claims = claims().build();
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        byte[] shared = new byte[32];

        assertRefused(signed(header(other.toPublicJWK()), claims, signer()), "signed");
        assertRefused(
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).build(),
                        claims,
                        signer()),
                "public key");
        assertRefused(
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .type(JOSEObjectType.JWT)
                                .jwk(key.toPublicJWK())
                                .build(),
                        claims,
                        signer()),
                "typ");
        assertRefused(
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .type(TYPE)
                                .jwk(key.toPublicJWK())
                                .build(),
                        claims,
                        new MACSigner(shared)),
                "alg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "nonsense", "eyJhbGciOiJub25lIn0.e30.", "..", "é.é.é"})
    void whatIsNoSignedJwtIsRefused(String proof) {
        assertRefused(proof, "not a signed JWT");
    }

    @Test
    void aVeryLongOneIsNotEvenRead() {
        assertRefused("a".repeat(4097), "too long");
    }
}
