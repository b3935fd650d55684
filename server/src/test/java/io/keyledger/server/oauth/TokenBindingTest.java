package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.AppSide.error;
import static io.keyledger.server.oauth.AppSide.json;
import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static io.keyledger.server.oauth.OAuthWorld.NEXTORIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens that are bound to a key of the app (RFC 9449). */
@ExtendWith(WiredServer.class)
class TokenBindingTest {

    private final OAuthWorld world;

    TokenBindingTest(OAuthWorld world) {
        this.world = world;
    }

    private static ECKey key() throws Exception {
        return new ECKeyGenerator(Curve.P_256).generate();
    }

    private String proof(ECKey key, App app) throws Exception {
        return proof(key, "POST", world.as(app).url("token"));
    }

    private static String proof(ECKey key, String method, String url) throws Exception {
        return new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                .createDPoPJWT(method, URI.create(url))
                .serialize();
    }

    /** Checklist TK-13. */
    @Test
    void aTokenIsBoundToTheKeyThatWasProven() throws Exception {
        App app = world.publicApp(NEXTORIA);
        ECKey key = key();
        String thumbprint = key.computeThumbprint().toString();

        JsonNode tokens = json(world.as(app).redeem(world.approved(app), "DPoP", proof(key, app)));
        String accessToken = tokens.get("access_token").stringValue();

        assertThat(tokens.get("token_type").stringValue()).isEqualTo("DPoP");
        assertThat(SignedJWT.parse(accessToken).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                .containsEntry("jkt", thumbprint);
        assertThat(world.verdict(NEXTORIA, accessToken, thumbprint)).isEqualTo("VALID");
        assertThat(world.verdict(NEXTORIA, accessToken)).isEqualTo("PROOF_INVALID");
        assertThat(world.verdict(NEXTORIA, accessToken, key().computeThumbprint().toString()))
                .isEqualTo("PROOF_INVALID");
    }

    @Test
    void anAppThatActsForItselfMayBindItsTokenToo() throws Exception {
        App app = world.confidential(HUBNITY);
        ECKey key = key();

        JsonNode tokens = json(world.as(app).actForItself("DPoP", proof(key, app)));
        String accessToken = tokens.get("access_token").stringValue();

        assertThat(tokens.get("token_type").stringValue()).isEqualTo("DPoP");
        JsonNode said = json(world.as(app).introspect(accessToken));
        assertThat(said.get("active").booleanValue()).isTrue();
        assertThat(said.get("token_type").stringValue()).isEqualTo("DPoP");
        assertThat(said.at("/cnf/jkt").stringValue()).isEqualTo(key.computeThumbprint().toString());
    }

    /** Checklist RR-03: the refresh token of a public app is bound to the key as well. */
    @Test
    void aPublicAppRefreshesWithTheSameKeyAlone() throws Exception {
        App app = world.publicApp(HUBNITY);
        ECKey key = key();
        String refreshToken =
                json(world.as(app).redeem(world.approved(app), "DPoP", proof(key, app)))
                        .get("refresh_token")
                        .stringValue();

        assertThat(error(world.as(app).refresh(refreshToken))).isEqualTo("invalid_grant");
        assertThat(error(world.as(app).refresh(refreshToken, "DPoP", proof(key(), app))))
                .isEqualTo("invalid_grant");
        assertThat(world.as(app).refresh(refreshToken, "DPoP", proof(key, app)).statusCode())
                .isEqualTo(200);
    }

    /** RFC 9449 §10. */
    @Test
    void aCodeThatIsBoundToAKeyIsRedeemedWithIt() throws Exception {
        App app = world.publicApp(HUBNITY);
        ECKey key = key();
        Approval approval = world.approved(app, Pkce.random(), key.computeThumbprint().toString());

        assertThat(error(world.as(app).redeem(approval))).isEqualTo("invalid_grant");
        assertThat(error(world.as(app).redeem(approval, "DPoP", proof(key(), app))))
                .isEqualTo("invalid_grant");
        assertThat(world.as(app).redeem(approval, "DPoP", proof(key, app)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProofIsGoodOnce() throws Exception {
        App app = world.confidential(HUBNITY);
        String proof = proof(key(), app);

        assertThat(world.as(app).actForItself("DPoP", proof).statusCode()).isEqualTo(200);
        assertThat(error(world.as(app).actForItself("DPoP", proof)))
                .isEqualTo("invalid_dpop_proof");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoProofIsRefused(String proof) throws Exception {
        HttpResponse<String> answer =
                world.as(world.confidential(HUBNITY)).actForItself("DPoP", proof);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("invalid_dpop_proof");
    }

    @Test
    void aProofOfAnotherRequestIsRefused() throws Exception {
        App app = world.confidential(HUBNITY);
        AppSide side = world.as(app);

        assertThat(error(side.actForItself("DPoP", proof(key(), "GET", side.url("token")))))
                .isEqualTo("invalid_dpop_proof");
        assertThat(error(side.actForItself("DPoP", proof(key(), "POST", side.url("revoke")))))
                .isEqualTo("invalid_dpop_proof");
        assertThat(error(side.actForItself("DPoP", proof(key(), app), "DPoP", proof(key(), app))))
                .isEqualTo("invalid_dpop_proof");
    }
}
