package io.keyledger.server.dataplane;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.server.dataplane.HttpSocket.Response;
import io.keyledger.server.oauth.dpop.DPoPProofs;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.profile.ProofChallenge;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checklist VF-12 and VF-13: tokens that are bound to a key (RFC 9449), at both doors. */
final class DPoPTest {

    private static final String URL = "https://api.hubnity.eu/v1/members";
    private static final String TOKEN = "token";
    private static final List<String> ORIGINAL =
            List.of(
                    "X-Forwarded-Method: GET",
                    "X-Forwarded-Uri: /v1/members?page=2",
                    "X-Forwarded-Host: api.hubnity.eu",
                    "X-Forwarded-Proto: https");

    private final RunningDataPlane plane = RunningDataPlane.start();
    private final ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    private int issued;

    DPoPTest() throws JOSEException {
        plane.credentials.add(
                TOKEN, Tokens.bound(key.computeThumbprint().toString()), Tokens.STANDING);
        plane.credentials.add("unbound", Tokens.bound(null), Tokens.STANDING);
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private String proof() {
        return proof(key, "GET", URL, TOKEN);
    }

    private String proof(ECKey signedWith, String method, String url, String token) {
        issued++;
        return signed(
                signedWith,
                new JWTClaimsSet.Builder()
                        .jwtID("proof-" + issued)
                        .claim("htm", method)
                        .claim("htu", url)
                        .claim("ath", hash(token))
                        .issueTime(Date.from(Instant.ofEpochMilli(KnownCredentials.NOW)))
                        .build());
    }

    private static String signed(ECKey key, JWTClaimsSet claims) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static String hash(String token) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response forwarded(List<String> original, String... fields) throws IOException {
        List<String> lines = new ArrayList<>(List.of("GET /v1/forward-auth HTTP/1.1", "Host: k"));
        lines.addAll(original);
        lines.addAll(List.of(fields));
        return plane.send(lines.toArray(String[]::new));
    }

    private Response forwarded(String scheme, String token, String... proofs) throws IOException {
        List<String> fields = new ArrayList<>(List.of("Authorization: " + scheme + " " + token));
        for (String proof : proofs) {
            fields.add("DPoP: " + proof);
        }
        return forwarded(ORIGINAL, fields.toArray(String[]::new));
    }

    private String verified(String members) throws IOException {
        Response answer =
                plane.verify(
                        "{\"token\":\"token\",\"hub\":\"hubnity\",\"method\":\"GET\","
                                + "\"path\":\"/v1/members\""
                                + members
                                + "}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("code").asString();
    }

    private static void assertUnproven(Response answer, String error) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("HUB-API-401");
        assertThat(answer.field("WWW-Authenticate"))
                .isEqualTo(
                        "DPoP error=\"" + error + "\", algs=\"" + ProofChallenge.ALGORITHMS + "\"");
    }

    @Test
    void theChallengeNamesTheAlgorithmsThatAreTaken() {
        assertThat(ProofChallenge.ALGORITHMS)
                .isEqualTo(
                        DPoPProofs.ALGORITHMS.stream()
                                .map(JWSAlgorithm::getName)
                                .collect(Collectors.toCollection(TreeSet::new))
                                .stream()
                                .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({"DPoP", "dpop", "DPOP"})
    void aBoundTokenWithItsProofIsAccepted(String scheme) throws IOException {
        Response answer = forwarded(scheme, TOKEN, proof());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("X-Keyledger-Client")).isEqualTo("app_1");
        assertThat(answer.field("X-Keyledger-Subject")).isEqualTo("acc_1");
    }

    @Test
    void aBoundTokenAsBearerIsRefusedWhateverComesAlong() throws IOException {
        assertUnproven(forwarded("Bearer", TOKEN), "invalid_token");
        assertUnproven(forwarded("Bearer", TOKEN, proof()), "invalid_token");
        assertThat(plane.used.count()).isZero();
    }

    @Test
    void aTokenThatIsBoundToNoKeyAndAnApiKeyAreRefusedUnderTheSchemeDPoP() throws IOException {
        assertUnproven(
                forwarded("DPoP", "unbound", proof(key, "GET", URL, "unbound")),
                "invalid_dpop_proof");
        assertUnproven(
                forwarded(
                        "DPoP",
                        RunningDataPlane.HUBNITY,
                        proof(key, "GET", URL, RunningDataPlane.HUBNITY)),
                "invalid_dpop_proof");
        assertThat(forwarded("Bearer", "unbound", proof()).status()).isEqualTo(200);
    }

    @Test
    void aProofThatIsMissingOrThereTwiceProvesNothing() throws IOException {
        assertUnproven(forwarded("DPoP", TOKEN), "invalid_dpop_proof");
        assertUnproven(forwarded("DPoP", TOKEN, proof(), proof()), "invalid_dpop_proof");
        assertUnproven(forwarded("DPoP", TOKEN, "e30.e30.e30"), "invalid_dpop_proof");
    }

    @Test
    void aProofOfAnotherKeyMethodUrlOrTokenProvesNothing() throws JOSEException, IOException {
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        for (String proof :
                List.of(
                        proof(other, "GET", URL, TOKEN),
                        proof(key, "POST", URL, TOKEN),
                        proof(key, "GET", "https://api.hubnity.eu/v1/projects", TOKEN),
                        proof(key, "GET", "https://other.example/v1/members", TOKEN),
                        proof(key, "GET", "http://api.hubnity.eu/v1/members", TOKEN),
                        proof(key, "GET", "https://api.hubnity.eu:8443/v1/members", TOKEN),
                        proof(key, "GET", URL, "another"))) {
            assertUnproven(forwarded("DPoP", TOKEN, proof), "invalid_dpop_proof");
        }
        assertThat(plane.used.count()).isZero();
    }

    @Test
    void aProofWithoutTheTokensHashProvesNothing() throws IOException {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .jwtID("x")
                        .claim("htm", "GET")
                        .claim("htu", URL)
                        .issueTime(Date.from(Instant.ofEpochMilli(KnownCredentials.NOW)))
                        .build();

        assertUnproven(forwarded("DPoP", TOKEN, signed(key, claims)), "invalid_dpop_proof");
    }

    @Test
    void aProofCountsOnceAtWhicheverDoor() throws IOException {
        String proof = proof();
        assertThat(forwarded("DPoP", TOKEN, proof).status()).isEqualTo(200);

        assertUnproven(forwarded("DPoP", TOKEN, proof), "invalid_dpop_proof");
        assertThat(verified(",\"dpop\":\"" + proof + "\",\"url\":\"" + URL + "\""))
                .isEqualTo("PROOF_INVALID");
        assertThat(forwarded("DPoP", TOKEN, proof()).status()).isEqualTo(200);
    }

    /** Whoever gets hold of a used proof and its token can burn nothing. */
    @Test
    void aUsedProofSpendsNothing() throws IOException {
        String proof = proof();
        forwarded("DPoP", TOKEN, proof);
        int before = spent();

        for (int i = 0; i < 5; i++) {
            forwarded("DPoP", TOKEN, proof);
        }

        assertThat(spent()).isEqualTo(before);
    }

    private int spent() {
        return (int)
                plane.credentials.asked().stream()
                        .filter(request -> request.cost() > 0)
                        .filter(request ->
                                !VerificationRequest.NOT_PROVEN.equals(request.provenKey()))
                        .filter(request -> "hubnity".equals(request.hub()))
                        .count();
    }

    @Test
    void aProofIsNotUsedUpByARequestThatIsRefusedAnyway() throws IOException {
        plane.credentials.add(
                TOKEN,
                Tokens.bound(thumbprint()),
                KnownCredentials.standing("hubnity", "enterprise", true));

        assertThat(forwarded("DPoP", TOKEN, proof()).status()).isEqualTo(403);
        assertThat(plane.used.count()).isZero();
    }

    private String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRequestWithoutBudgetIsRefusedAsSuchAndItsProofIsUsed() throws IOException {
        plane.credentials.leaveBudget(0);

        assertThat(forwarded("DPoP", TOKEN, proof()).status()).isEqualTo(429);
        assertThat(plane.used.count()).isEqualTo(1);
    }

    @Test
    void nobodyIsToldNoBecauseUsedProofsCannotBeTold() throws IOException {
        plane.used.lose();

        assertThat(forwarded("DPoP", TOKEN, proof()).status()).isEqualTo(503);
        assertThat(
                        plane.verify(
                                        "{\"token\":\"token\",\"method\":\"GET\",\"dpop\":\""
                                                + proof()
                                                + "\",\"url\":\""
                                                + URL
                                                + "\"}")
                                .status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Uri: /v1/members | X-Forwarded-Host: api.hubnity.eu | X-Forwarded-Proto: https | https://api.hubnity.eu/v1/members",
                "X-Forwarded-Uri: /v1/members | X-Forwarded-Host: API.hubnity.eu:443 | X-Forwarded-Proto: https | https://api.hubnity.eu/v1/members",
                "X-Forwarded-Uri: /hubnity/v1/members | X-Forwarded-Host: 127.0.0.1:8000 | X-Forwarded-Proto: http | http://127.0.0.1:8000/hubnity/v1/members",
                "X-Original-URL: https://api.hubnity.eu/v1/members?q | X-None: a | X-None: b | https://api.hubnity.eu/v1/members",
                "X-Forwarded-Uri: /hubnity/v1/members | X-Forwarded-Host: k | X-Forwarded-Proto: https%X-Forwarded-Port: 8443 | https://k:8443/hubnity/v1/members",
            })
    void theUrlIsTheOneThatTheClientSees(String path, String host, String scheme, String url)
            throws IOException {
        List<String> original = new ArrayList<>(List.of("X-Forwarded-Method: GET", path, host));
        original.addAll(List.of(scheme.split("%")));

        Response answer =
                forwarded(
                        original,
                        "Authorization: DPoP " + TOKEN,
                        "DPoP: " + proof(key, "GET", url, TOKEN));

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host: api.hubnity.eu",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Proto: https%X-Forwarded-Proto: http%X-Forwarded-Host: api.hubnity.eu"
    })
    void whereTheGatewayDoesNotTellTheUrlNothingIsProven(String told) throws IOException {
        List<String> original =
                new ArrayList<>(
                        List.of("X-Forwarded-Method: GET", "X-Forwarded-Uri: /hubnity/v1/members"));
        original.addAll(List.of(told.split("%")));

        assertUnproven(
                forwarded(original, "Authorization: DPoP " + TOKEN, "DPoP: " + proof()),
                "invalid_dpop_proof");
    }

    @Test
    void verifyJudgesAProofByTheUrlThatItIsTold() throws IOException {
        String url = ",\"url\":\"" + URL + "\"";

        assertThat(verified("")).isEqualTo("PROOF_INVALID");
        assertThat(verified(",\"dpop\":\"\"" + url)).isEqualTo("PROOF_INVALID");
        assertThat(verified(",\"dpop\":\"" + proof() + "\"" + url)).isEqualTo("VALID");
        assertThat(
                        verified(
                                ",\"dpop\":\""
                                        + proof()
                                        + "\",\"url\":\"https://other.example/v1/members\""))
                .isEqualTo("PROOF_INVALID");
    }

    @Test
    void aBatchJudgesEachProofByItself() throws IOException {
        String once = proof();
        String question =
                "{\"token\":\"token\",\"method\":\"GET\",\"dpop\":\"%s\",\"url\":\"" + URL + "\"}";

        Response answer =
                plane.post(
                        "/v1/verify:batch",
                        "{\"requests\":["
                                + String.join(
                                        ",",
                                        question.formatted(once),
                                        question.formatted(proof()),
                                        question.formatted(once),
                                        "{\"token\":\"unbound\"}")
                                + "]}");

        List<String> codes = new ArrayList<>();
        answer.json().path("verdicts").forEach(it -> codes.add(it.path("code").asString()));
        assertThat(codes).hasSize(4);
        assertThat(codes.get(1)).isEqualTo("VALID");
        assertThat(codes.get(3)).isEqualTo("VALID");
        assertThat(List.of(codes.get(0), codes.get(2)))
                .containsExactlyInAnyOrder("VALID", "PROOF_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'token':'t','dpop':'x','url':'https://a/'} | method",
                "{'token':'t','dpop':'x','method':'GET'} | url",
                "{'token':'t','dpop':'x','method':'GET','url':'/v1/members'} | url",
                "{'token':'t','method':'GET','url':'https://a/'} | path"
            })
    void aProofWithoutItsRequestIsRefused(String json, String field) throws IOException {
        Response answer = plane.verify(json.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").propertyNames()).containsExactly(field);
    }
}
