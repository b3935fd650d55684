package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.OAuthWorld.NEXTORIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A JWT is accepted because it was issued, and never because of what it says about itself. */
@ExtendWith(WiredServer.class)
class ForgedTokenTest {

    private static final int KEY_BITS = 2048;

    private final OAuthWorld world;

    ForgedTokenTest(OAuthWorld world) {
        this.world = world;
    }

    /** Checklist VF-09. */
    @Test
    void aTokenThatWasChangedOrSignedBySomebodyElseIsUnknown() throws Exception {
        String genuine = genuine();
        assertThat(world.verdict(NEXTORIA, genuine)).isEqualTo("VALID");

        assertThat(forgeries(genuine))
                .hasSizeGreaterThan(20)
                .allSatisfy(forged ->
                        assertThat(world.verdict(NEXTORIA, forged))
                                .as(forged)
                                .isEqualTo("NOT_FOUND"));
    }

    /** Checklist VF-10. */
    @Test
    void nothingThatATokenPointsToIsFetched() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        HttpServer trap =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext(
                "/",
                exchange -> {
                    fetched.incrementAndGet();
                    exchange.close();
                });
        trap.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + trap.getAddress().getPort() + "/keys");
            JWTClaimsSet claims = SignedJWT.parse(genuine()).getJWTClaimsSet();
            for (JWSHeader header : pointing(url)) {
                assertThat(world.verdict(NEXTORIA, signed(header, claims))).isEqualTo("NOT_FOUND");
            }
        } finally {
            trap.stop(0);
        }
        assertThat(fetched).hasValue(0);
    }

    private String genuine() throws IOException {
        return world.as(world.confidential(NEXTORIA)).tokens().get("access_token").stringValue();
    }

    private List<String> forgeries(String genuine)
            throws ParseException, JOSEException, IOException {
        JWTClaimsSet claims = SignedJWT.parse(genuine).getJWTClaimsSet();
        List<String> forgeries = new ArrayList<>();
        forgeries.add(new PlainJWT(claims).serialize());
        forgeries.add(signed(header(JWSAlgorithm.RS256).build(), claims));
        forgeries.add(signed(header(JWSAlgorithm.PS512).build(), claims));
        forgeries.add(signed(header(JWSAlgorithm.RS256).keyID("../../etc/passwd").build(), claims));
        forgeries.add(signed(header(JWSAlgorithm.RS256).keyID("' or 1=1 --").build(), claims));
        forgeries.add(signedWithThePublicKey(claims));
        forgeries.addAll(withOtherHeaders(genuine));
        forgeries.addAll(withOtherSignatures(genuine));
        forgeries.addAll(withOtherClaims(genuine));
        return forgeries;
    }

    private static List<String> withOtherHeaders(String genuine) {
        String rest = genuine.substring(genuine.indexOf('.'));
        return List.of(
                encoded("{\"alg\":\"none\"}") + rest,
                encoded("{\"alg\":\"nOnE\",\"typ\":\"at+jwt\"}") + rest,
                encoded("{\"alg\":\"HS256\"}") + rest,
                encoded("{\"alg\":\"XY999\"}") + rest,
                encoded("{\"alg\":\"RS256\",\"alg\":\"none\"}") + rest,
                encoded("{\"alg\":\"RS256\",\"b64\":false,\"crit\":[\"b64\"]}") + rest,
                encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + rest,
                encoded("{\"alg\":\"RS256\",\"cty\":\"JWT\"}") + rest);
    }

    private static List<String> withOtherSignatures(String genuine) {
        String signed = genuine.substring(0, genuine.lastIndexOf('.'));
        String signature = genuine.substring(genuine.lastIndexOf('.') + 1);
        return List.of(
                signed,
                signed + ".",
                signed + ".AA",
                genuine + "A",
                genuine + "=",
                genuine + "." + signature,
                signed + "." + signature.substring(1),
                signed + "." + new StringBuilder(signature).reverse());
    }

    private static List<String> withOtherClaims(String genuine) {
        String[] parts = genuine.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return List.of(
                        claims.replace("projects:read", "projects:write"),
                        claims.replace("\"exp\":", "\"exp\":9"),
                        claims.replaceFirst("\\{", "{\"scope\":\"projects:write\","),
                        claims + " ")
                .stream()
                .map(changed -> parts[0] + "." + encoded(changed) + "." + parts[2])
                .toList();
    }

    /** The hub's published key, taken for the secret of an HMAC. */
    private String signedWithThePublicKey(JWTClaimsSet claims)
            throws IOException, ParseException, JOSEException {
        String keys =
                AppSide.send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        world.url()
                                                                + "/nextoria/.well-known/jwks.json"))
                                        .build())
                        .body();
        RSAKey published = JWKSet.parse(keys).getKeys().getFirst().toRSAKey();
        SignedJWT forged = new SignedJWT(header(JWSAlgorithm.HS256).build(), claims);
        forged.sign(new MACSigner(published.toRSAPublicKey().getEncoded()));
        return forged.serialize();
    }

    private static List<JWSHeader> pointing(URI url) throws JOSEException {
        RSAKey own = new RSAKeyGenerator(KEY_BITS).generate();
        return List.of(
                header(JWSAlgorithm.RS256).jwkURL(url).build(),
                header(JWSAlgorithm.RS256).x509CertURL(url).build(),
                header(JWSAlgorithm.RS256).keyID(url.toString()).build(),
                header(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build());
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt"));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims) throws JOSEException {
        SignedJWT forged = new SignedJWT(header, claims);
        forged.sign(new RSASSASigner(new RSAKeyGenerator(KEY_BITS).generate()));
        return forged.serialize();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
