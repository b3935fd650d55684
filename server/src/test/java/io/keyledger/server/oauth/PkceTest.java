package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.AppSide.error;
import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static io.keyledger.server.oauth.OAuthWorld.NEXTORIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.api.rejection.CommandRejected;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proof Key for Code Exchange (RFC 7636), where a code becomes tokens. */
@ExtendWith(WiredServer.class)
class PkceTest {

    private final OAuthWorld world;

    PkceTest(OAuthWorld world) {
        this.world = world;
    }

    private HttpResponse<String> redeem(App app, Approval approval, String verifier)
            throws IOException {
        return world.as(app)
                .redeem(
                        new Approval(
                                approval.grant(), approval.account(), approval.code(), verifier));
    }

    /** Checklist PK-01: whoever has to use it gets no code without it. */
    @Test
    void noCodeIsGivenWithoutAChallenge() {
        App publicApp = world.publicApp(NEXTORIA);
        App strict = world.confidential(HUBNITY);

        for (App app : new App[] {publicApp, strict}) {
            assertThatThrownBy(() -> world.approved(app, null, null))
                    .isInstanceOf(CommandRejected.class)
                    .hasMessage("PKCE_REQUIRED");
        }
    }

    /** Checklist PK-01: where the hub's guide shows none, an app with a secret may do without. */
    @Test
    void anAppWithASecretMayDoWithoutWhereTheHubSaysSo() throws IOException {
        App app = world.confidential(NEXTORIA);

        assertThat(redeem(app, world.approved(app, null, null), "").statusCode()).isEqualTo(200);
    }

    /** Checklist PK-03: a verifier that nothing was asked for, and a challenge left unanswered. */
    @Test
    void neitherSideCanTurnItOff() throws IOException {
        App app = world.confidential(NEXTORIA);
        Approval without = world.approved(app, null, null);
        Approval with = world.approved(app);
        App publicApp = world.publicApp(NEXTORIA);
        Approval ofPublic = world.approved(publicApp);

        assertThat(error(redeem(app, without, Pkce.random()))).isEqualTo("invalid_grant");
        assertThat(error(redeem(app, with, ""))).isEqualTo("invalid_grant");
        assertThat(error(redeem(publicApp, ofPublic, ""))).isEqualTo("invalid_grant");

        assertThat(redeem(app, with, with.verifier()).statusCode()).isEqualTo(200);
    }

    /** Checklist PK-04. */
    @Test
    void aWrongVerifierIsRefusedAndBurnsNothing() throws IOException {
        App app = world.publicApp(HUBNITY);
        Approval approval = world.approved(app);

        assertThat(error(redeem(app, approval, Pkce.random()))).isEqualTo("invalid_grant");
        // The challenge itself is what a thief of the request has.
        assertThat(error(redeem(app, approval, Pkce.challenge(approval.verifier()))))
                .isEqualTo("invalid_grant");

        assertThat(world.as(app).redeem(approval).statusCode()).isEqualTo(200);
    }

    /** Checklist PK-05. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789012345678901234567890123456789ab",
                "0123456789012345678901234567890123456789ab ",
                "0123456789012345678901234567890123456789ab=",
                "0123456789012345678901234567890123456789ab+",
                "0123456789012345678901234567890123456789abé",
                "01234567890123456789012345678901234567890123456789012345678901234567890123456789"
                        + "0123456789012345678901234567890123456789012345678"
            })
    void aVerifierOfAnotherShapeIsRefused(String verifier) throws IOException {
        App app = world.publicApp(HUBNITY);
        Approval approval = world.approved(app);

        assertThat(error(redeem(app, approval, verifier))).isEqualTo("invalid_request");
        assertThat(world.as(app).redeem(approval).statusCode()).isEqualTo(200);
    }

    /** Checklist PK-05: the longest and the shortest that there are. */
    @ParameterizedTest
    @ValueSource(ints = {43, 128})
    void aVerifierOfTheRightLengthIsTaken(int length) throws IOException {
        App app = world.publicApp(HUBNITY);
        String verifier = "aZ9-._~".repeat(19).substring(0, length);

        assertThat(redeem(app, world.approved(app, verifier, null), verifier).statusCode())
                .isEqualTo(200);
    }
}
