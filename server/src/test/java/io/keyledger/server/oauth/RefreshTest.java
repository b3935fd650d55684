package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.AppSide.error;
import static io.keyledger.server.oauth.AppSide.json;
import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static io.keyledger.server.oauth.OAuthWorld.NEXTORIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Refresh tokens: each is good once, and one that comes back ends everything. */
@ExtendWith(WiredServer.class)
class RefreshTest {

    /** A little longer than a lost answer can be had again. */
    private static final Duration TOO_LATE = Duration.ofSeconds(11);

    private final OAuthWorld world;

    RefreshTest(OAuthWorld world) {
        this.world = world;
    }

    @AfterEach
    void resetClock() {
        world.clock().reset();
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.get("refresh_token").stringValue();
    }

    private static String accessToken(JsonNode tokens) {
        return tokens.get("access_token").stringValue();
    }

    private JsonNode refreshed(App app, String refreshToken) throws IOException {
        HttpResponse<String> answer = world.as(app).refresh(refreshToken);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Checklist RR-01. */
    @Test
    void eachExchangeBringsANewTokenAndSpendsTheOld() throws IOException {
        App app = world.publicApp(HUBNITY);
        String first = refreshToken(world.as(app).tokens());

        JsonNode second = refreshed(app, first);
        world.clock().advance(TOO_LATE);

        assertThat(refreshToken(second)).isNotEqualTo(first);
        assertThat(error(world.as(app).refresh(first))).isEqualTo("invalid_grant");
    }

    /** Checklist RR-02. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aSpentTokenThatComesBackEndsTheWholeFamily(int replayed) throws IOException {
        App app = world.publicApp(NEXTORIA);
        List<JsonNode> chain = new ArrayList<>(List.of(world.as(app).tokens()));
        for (int i = 0; i < 4; i++) {
            chain.add(refreshed(app, refreshToken(chain.getLast())));
        }
        world.clock().advance(TOO_LATE);

        HttpResponse<String> replay = world.as(app).refresh(refreshToken(chain.get(replayed)));

        assertThat(error(replay)).isEqualTo("invalid_grant");
        assertThat(world.verdict(NEXTORIA, accessToken(chain.getLast()))).isEqualTo("REVOKED");
        assertThat(error(world.as(app).refresh(refreshToken(chain.getLast()))))
                .isEqualTo("invalid_grant");
    }

    /** Checklist RR-03. */
    @Test
    void anotherAppCanDoNothingWithATokenNotEvenEndIt() throws IOException {
        App app = world.confidential(HUBNITY);
        JsonNode tokens = world.as(app).tokens();

        assertThat(error(world.as(world.confidential(HUBNITY)).refresh(refreshToken(tokens))))
                .isEqualTo("invalid_grant");
        assertThat(error(world.as(app.with("hbn_cs_wrong")).refresh(refreshToken(tokens))))
                .isEqualTo("invalid_client");

        assertThat(world.verdict(HUBNITY, accessToken(tokens))).isEqualTo("VALID");
        assertThat(world.as(app).refresh(refreshToken(tokens)).statusCode()).isEqualTo(200);
    }

    /** Checklist RR-04: less for the access token is not less for the refresh token. */
    @Test
    void scopesMayNarrowAndNeverWiden() throws IOException {
        App app = world.confidential(NEXTORIA);
        JsonNode tokens = world.as(app).tokens();

        JsonNode narrow = json(refresh(app, refreshToken(tokens), "tasks:read"));
        JsonNode whole = refreshed(app, refreshToken(narrow));
        HttpResponse<String> wide = refresh(app, refreshToken(whole), "tasks:read invoices:read");

        assertThat(narrow.get("scope").stringValue()).isEqualTo("tasks:read");
        assertThat(whole.get("scope").stringValue())
                .isEqualTo("projects:read tasks:read tasks:write");
        assertThat(error(wide)).isEqualTo("invalid_scope");
        assertThat(world.as(app).refresh(refreshToken(whole)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> refresh(App app, String refreshToken, String scope)
            throws IOException {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        form.put("scope", scope);
        return world.as(app).token(world.as(app).with(form));
    }

    /** Checklist RR-05. */
    @Test
    void aTokenThatIsNotUsedForAMonthIsOver() throws IOException {
        App app = world.confidential(HUBNITY);
        String refreshToken = refreshToken(world.as(app).tokens());

        world.clock().advance(Duration.ofDays(30).plusSeconds(1));

        assertThat(error(world.as(app).refresh(refreshToken))).isEqualTo("invalid_grant");
    }

    /** Checklist RR-05: whoever refreshes all the time has to ask the person again after a year. */
    @Test
    void aGrantIsOverAfterAYearHoweverOftenItIsRefreshed() throws IOException {
        App app = world.confidential(HUBNITY);
        JsonNode tokens = world.as(app).tokens();
        for (int month = 0; month < 13; month++) {
            world.clock().advance(Duration.ofDays(28));
            tokens = refreshed(app, refreshToken(tokens));
        }
        world.clock().advance(Duration.ofHours(24).minusMinutes(30));
        JsonNode last = refreshed(app, refreshToken(tokens));

        world.clock().advance(Duration.ofMinutes(31));

        assertThat(last.get("expires_in").intValue()).isLessThanOrEqualTo(1800);
        assertThat(error(world.as(app).refresh(refreshToken(last)))).isEqualTo("invalid_grant");
        assertThat(world.verdict(HUBNITY, accessToken(last))).isEqualTo("EXPIRED");
    }

    /** Checklist RR-06. */
    @ParameterizedTest
    @ValueSource(strings = {NEXTORIA, HUBNITY})
    void aLostAnswerCanBeHadAgain(String hub) throws IOException {
        App app = world.publicApp(hub);
        String presented = refreshToken(world.as(app).tokens());
        JsonNode lost = refreshed(app, presented);

        world.clock().advance(Duration.ofSeconds(5));
        JsonNode again = refreshed(app, presented);

        assertThat(refreshToken(again)).isEqualTo(refreshToken(lost));
        assertThat(accessToken(again)).isEqualTo(accessToken(lost));
        assertThat(again.get("expires_in").intValue()).isBetween(3593, 3596);
        assertThat(world.verdict(hub, accessToken(again))).isEqualTo("VALID");
        assertThat(world.as(app).refresh(refreshToken(again)).statusCode()).isEqualTo(200);
    }

    /** Checklist RR-08. */
    @Test
    void whenThePersonWithdrawsNothingIsRefreshed() throws IOException {
        App app = world.confidential(HUBNITY);
        Approval approval = world.approved(app);
        JsonNode tokens = json(world.as(app).redeem(approval));

        world.send(new RevokeGrant(approval.grant()));

        assertThat(error(world.as(app).refresh(refreshToken(tokens)))).isEqualTo("invalid_grant");
    }

    /** Checklist RR-10 and VF-08: nothing but an access token opens anything. */
    @Test
    void aRefreshTokenACodeAndAClientSecretAreNoAccessTokens() throws IOException {
        App app = world.confidential(HUBNITY);
        Approval approval = world.approved(app);
        JsonNode tokens = world.as(app).tokens();

        assertThat(world.verdict(HUBNITY, refreshToken(tokens))).isEqualTo("NOT_FOUND");
        assertThat(world.verdict(HUBNITY, approval.code())).isEqualTo("NOT_FOUND");
        assertThat(world.verdict(HUBNITY, String.valueOf(app.secret()))).isEqualTo("NOT_FOUND");
        assertThat(world.as(app).introspect(refreshToken(tokens)).body())
                .isEqualTo("{\"active\":false}");
    }

    @Test
    void aCodeIsNoRefreshTokenAndARefreshTokenIsNoCode() throws IOException {
        App app = world.confidential(HUBNITY);
        Approval approval = world.approved(app);
        String refreshToken = refreshToken(world.as(app).tokens());
        Approval swapped =
                new Approval(
                        approval.grant(), approval.account(), refreshToken, approval.verifier());

        assertThat(error(world.as(app).refresh(approval.code()))).isEqualTo("invalid_grant");
        assertThat(error(world.as(app).redeem(swapped))).isEqualTo("invalid_grant");
        assertThat(world.as(app).redeem(approval).statusCode()).isEqualTo(200);
        assertThat(world.as(app).refresh(refreshToken).statusCode()).isEqualTo(200);
    }
}
