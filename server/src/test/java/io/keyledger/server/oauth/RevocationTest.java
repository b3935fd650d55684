package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.AppSide.error;
import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static io.keyledger.server.oauth.OAuthWorld.NEXTORIA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An app gives tokens back. */
@ExtendWith(WiredServer.class)
class RevocationTest {

    private final OAuthWorld world;

    RevocationTest(OAuthWorld world) {
        this.world = world;
    }

    private static String accessToken(JsonNode tokens) {
        return tokens.get("access_token").stringValue();
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.get("refresh_token").stringValue();
    }

    /** Checklist RV-01. */
    @Test
    void whatIsNoTokenIsAnsweredLikeOneThatIsGone() throws IOException {
        App app = world.confidential(HUBNITY);
        String token = accessToken(world.as(app).tokens());

        for (String given : List.of(token, token, "nonsense", "hbn_at_nonsense", "a.b.c")) {
            HttpResponse<String> answer = world.as(app).revoke(given);

            assertThat(answer.statusCode()).as(given).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{}");
        }
        assertThat(world.verdict(HUBNITY, token)).isEqualTo("REVOKED");
    }

    /** Checklist RV-02: and nobody can tell by the answer that there is such a token. */
    @Test
    void anothersTokenLivesOnAndIsAnsweredLikeNone() throws IOException {
        App owner = world.confidential(HUBNITY);
        JsonNode tokens = world.as(owner).tokens();
        App other = world.confidential(HUBNITY);

        HttpResponse<String> ofAccess = world.as(other).revoke(accessToken(tokens));
        HttpResponse<String> ofRefresh = world.as(other).revoke(refreshToken(tokens));

        assertThat(ofAccess.statusCode()).isEqualTo(200);
        assertThat(ofRefresh.statusCode()).isEqualTo(200);
        assertThat(ofAccess.body()).isEqualTo(world.as(other).revoke("nonsense").body());
        assertThat(world.verdict(HUBNITY, accessToken(tokens))).isEqualTo("VALID");
        assertThat(world.as(owner).refresh(refreshToken(tokens)).statusCode()).isEqualTo(200);
    }

    /** Checklist RV-03. */
    @ParameterizedTest
    @ValueSource(strings = {NEXTORIA, HUBNITY})
    void withARefreshTokenEveryAccessTokenOfTheGrantDies(String hub) throws IOException {
        App app = world.confidential(hub);
        JsonNode first = world.as(app).tokens();
        JsonNode second = AppSide.json(world.as(app).refresh(refreshToken(first)));

        world.as(app).revoke(refreshToken(second));

        assertThat(world.verdict(hub, accessToken(first))).isEqualTo("REVOKED");
        assertThat(world.verdict(hub, accessToken(second))).isEqualTo("REVOKED");
        assertThat(error(world.as(app).refresh(refreshToken(second)))).isEqualTo("invalid_grant");
    }

    /** Checklist RV-03. */
    @Test
    void withAnAccessTokenNothingElseDies() throws IOException {
        App app = world.confidential(HUBNITY);
        JsonNode first = world.as(app).tokens();
        JsonNode second = AppSide.json(world.as(app).refresh(refreshToken(first)));

        world.as(app).revoke(accessToken(first));

        assertThat(world.verdict(HUBNITY, accessToken(first))).isEqualTo("REVOKED");
        assertThat(world.verdict(HUBNITY, accessToken(second))).isEqualTo("VALID");
        assertThat(world.as(app).refresh(refreshToken(second)).statusCode()).isEqualTo(200);
    }

    /** Checklist RV-04. */
    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token", "saml2_token", "nonsense"})
    void aHintIsNoMoreThanThat(String hint) throws IOException {
        App app = world.confidential(HUBNITY);
        JsonNode tokens = world.as(app).tokens();
        Map<String, String> form = new HashMap<>();
        form.put("token", refreshToken(tokens));
        form.put("token_type_hint", hint);

        world.as(app).post("revoke", world.as(app).with(form));

        assertThat(world.verdict(HUBNITY, accessToken(tokens))).isEqualTo("REVOKED");
    }

    /** Checklist RV-06. */
    @Test
    void aPublicAppGivesItsOwnBackAndAConfidentialOneShowsItsSecret() throws IOException {
        App publicApp = world.publicApp(HUBNITY);
        String ofPublic = accessToken(world.as(publicApp).tokens());
        App confidential = world.confidential(HUBNITY);
        String ofConfidential = accessToken(world.as(confidential).tokens());

        assertThat(world.as(publicApp).revoke(ofPublic).statusCode()).isEqualTo(200);
        assertThat(error(world.as(confidential.with(null)).revoke(ofConfidential)))
                .isEqualTo("invalid_client");

        assertThat(world.verdict(HUBNITY, ofPublic)).isEqualTo("REVOKED");
        assertThat(world.verdict(HUBNITY, ofConfidential)).isEqualTo("VALID");
    }

    @Test
    void aTokenOfAnAppThatActsForItselfDiesToo() throws IOException {
        App app = world.confidential(NEXTORIA);
        String token = accessToken(AppSide.json(world.as(app).actForItself()));

        world.as(app).revoke(token);

        assertThat(world.verdict(NEXTORIA, token)).isEqualTo("REVOKED");
    }

    @Test
    void withoutATokenThereIsNothingToGiveBack() throws IOException {
        App app = world.confidential(HUBNITY);

        HttpResponse<String> answer = world.as(app).post("revoke", world.as(app).with(Map.of()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("invalid_request");
    }
}
