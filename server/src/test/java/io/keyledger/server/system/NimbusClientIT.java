package io.keyledger.server.system;

import static io.keyledger.server.system.Answers.assertAdmitted;
import static io.keyledger.server.system.Answers.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nimbus's OAuth 2.0 SDK, which is told nothing but the issuer. */
@ExtendWith(SharedDemo.class)
class NimbusClientIT {

    private static final String WORKSPACE = "Acme";

    @ParameterizedTest
    @EnumSource
    void discoversPushesConnectsRefreshesIntrospectsAndRevokes(
            OAuthGuide guide, RunningServer server) throws Exception {
        OAuthSurface hub = new OAuthSurface(server, guide);
        NimbusClient client = NimbusClient.registeredAt(hub);
        Person person = hub.person(hub.workspace(WORKSPACE, guide.plan()));

        Tokens first = client.connect(person, WORKSPACE);
        assertOpensWhatWasAllowed(hub, first.getAccessToken());
        Tokens second = client.refresh(first);
        assertThat(second.getRefreshToken()).isNotEqualTo(first.getRefreshToken());
        assertOpensWhatWasAllowed(hub, second.getAccessToken());

        TokenIntrospectionSuccessResponse live = client.introspect(second.getAccessToken());
        assertThat(live.isActive()).isTrue();
        assertThat(live.getClientID()).isEqualTo(client.id());
        assertThat(live.getSubject().getValue()).isEqualTo(person.account());
        assertThat(live.getScope()).isEqualTo(second.getAccessToken().getScope());

        client.revoke(second);
        assertThat(client.introspect(second.getAccessToken()).isActive()).isFalse();
        assertRefusal(
                hub.call(guide.open(), second.getAccessToken().getValue()), 401, guide.revoked());
    }

    /** A token that is bound to a key is worth nothing to those who have the token alone. */
    @ParameterizedTest
    @EnumSource
    void bindsItsTokensToAKeyAndTheyDoNotWorkWithoutIt(OAuthGuide guide, RunningServer server)
            throws Exception {
        OAuthSurface hub = new OAuthSurface(server, guide);
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        NimbusClient client =
                NimbusClient.registeredAt(hub)
                        .proving(new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256));
        Person person = hub.person(hub.workspace(WORKSPACE, guide.plan()));

        Tokens tokens = client.refresh(client.connect(person, WORKSPACE));
        DPoPAccessToken token = Objects.requireNonNull(tokens.getDPoPAccessToken());
        URI api = URI.create(hub.url() + guide.open());

        assertThat(client.introspect(token).getJWKThumbprintConfirmation().getValue())
                .isEqualTo(key.computeThumbprint());
        assertThat(client.call(api, token, client.proof("GET", api, token))).isEqualTo(200);
        assertThat(client.call(api, token, client.proof("POST", api, token))).isEqualTo(401);
        assertThat(hub.call(guide.open(), token.getValue()).statusCode()).isEqualTo(401);
    }

    private static void assertOpensWhatWasAllowed(OAuthSurface hub, AccessToken token)
            throws Exception {
        assertThat(token.getLifetime()).isBetween(3_540L, 3_600L);
        assertThat(token.getScope().toString()).isEqualTo(hub.guide().scope());
        assertAdmitted(hub.call(hub.guide().open(), token.getValue()));
        assertRefusal(
                hub.call(hub.guide().closed(), token.getValue()),
                403,
                hub.guide().insufficientScope());
    }
}
