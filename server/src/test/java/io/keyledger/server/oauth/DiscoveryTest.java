package io.keyledger.server.oauth;

import static io.keyledger.server.oauth.OAuthWorld.HUBNITY;
import static io.keyledger.server.oauth.OAuthWorld.NEXTORIA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.id.Issuer;
import io.keyledger.api.hub.HubCommand.PublishHubProfile;
import io.keyledger.command.profile.HubProfileReader;
import io.keyledger.query.verification.Confirmations;
import io.keyledger.server.ledger.CommandResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a hub tells of its OAuth, and that it is so. */
@ExtendWith(WiredServer.class)
class DiscoveryTest {

    private static final String METADATA = "/.well-known/oauth-authorization-server";

    private final OAuthWorld world;

    DiscoveryTest(OAuthWorld world) {
        this.world = world;
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(world.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return AppSide.send(request.build());
    }

    /** Checklist PK-06 and PK-08. */
    @ParameterizedTest
    @ValueSource(strings = {NEXTORIA, HUBNITY, "onboardinghub"})
    void theMetadataOfAHubIsFoundInBothPlaces(String hub) throws Exception {
        HttpResponse<String> below = get("/" + hub + METADATA);
        HttpResponse<String> above = get(METADATA + "/" + hub);

        assertThat(above.statusCode()).isEqualTo(200);
        assertThat(above.body()).isEqualTo(below.body());
        JsonNode metadata = AppSide.json(above);
        assertThat(metadata.get("issuer").stringValue()).isEqualTo(world.url() + "/" + hub);
        assertThat(metadata.get("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(metadata.get("response_types_supported").toString()).isEqualTo("[\"code\"]");
        assertThat(metadata.get("authorization_response_iss_parameter_supported").booleanValue())
                .isTrue();
        AuthorizationServerMetadata.resolve(new Issuer(world.url() + "/" + hub));
    }

    /** Checklist PK-08: whatever is advertised answers, and as what it is. */
    @Test
    void everyEndpointThatIsToldIsThere() throws IOException {
        JsonNode metadata = AppSide.json(get("/nextoria" + METADATA));

        for (String endpoint :
                List.of(
                        "token_endpoint",
                        "revocation_endpoint",
                        "introspection_endpoint",
                        "pushed_authorization_request_endpoint")) {
            HttpResponse<String> answer =
                    AppSide.send(
                            HttpRequest.newBuilder(URI.create(metadata.get(endpoint).stringValue()))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("client_id=nobody"))
                                    .build());
            assertThat(answer.statusCode()).as(endpoint).isEqualTo(401);
            assertThat(AppSide.error(answer)).as(endpoint).isEqualTo("invalid_client");
        }
        assertThat(get("/nextoria/.well-known/jwks.json").statusCode()).isEqualTo(200);
        assertThat(metadata.get("jwks_uri").stringValue())
                .isEqualTo(world.url() + "/nextoria/.well-known/jwks.json");
    }

    @Test
    void theKeysArePublicOnes() throws Exception {
        HttpResponse<String> answer = get("/nextoria/.well-known/jwks.json");

        JWKSet keys = JWKSet.parse(answer.body());
        assertThat(keys.getKeys()).hasSize(1).noneMatch(JWK::isPrivate);
        assertThat(keys.getKeys().getFirst().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=60");
    }

    /** Checklist HD-07: who asks for another host is told the same. */
    @Test
    void theIssuerIsNotTakenFromTheRequest() throws IOException {
        HttpResponse<String> answer =
                get(
                        "/nextoria" + METADATA,
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Proto",
                        "https",
                        "Forwarded",
                        "host=evil.example");

        assertThat(answer.body()).doesNotContain("evil");
    }

    @Test
    void aHubWithoutOAuthHasNothingOfIt() throws IOException {
        assertThat(get("/hubhus" + METADATA).statusCode()).isEqualTo(404);
        assertThat(get(METADATA + "/hubhus").statusCode()).isEqualTo(404);
        assertThat(get(METADATA).statusCode()).isEqualTo(404);
        assertThat(get("/nobody" + METADATA).statusCode()).isEqualTo(404);
    }

    @Test
    void aProfileOpensItsEndpointsWhenItIsPublishedAndClosesThemWhenItIsChanged()
            throws IOException {
        assertThat(get("/newcomer" + METADATA).statusCode()).isEqualTo(404);

        publish("oauth: { authorize: /go, token: /oauth2/token }");
        assertThat(AppSide.json(get("/newcomer" + METADATA)).get("token_endpoint").stringValue())
                .isEqualTo(world.url() + "/newcomer/oauth2/token");
        assertThat(tokenAt("/newcomer/oauth2/token")).isEqualTo(401);

        publish("oauth: { authorize: /go, token: /elsewhere }");
        assertThat(tokenAt("/newcomer/oauth2/token")).isEqualTo(404);
        assertThat(tokenAt("/newcomer/elsewhere")).isEqualTo(401);

        publish("");
        assertThat(tokenAt("/newcomer/elsewhere")).isEqualTo(404);
        assertThat(get("/newcomer" + METADATA).statusCode()).isEqualTo(404);
    }

    private int tokenAt(String path) throws IOException {
        return AppSide.send(
                        HttpRequest.newBuilder(URI.create(world.url() + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build())
                .statusCode();
    }

    private void publish(String oauth) {
        String yaml =
                """
                hub: newcomer
                title: Newcomer
                base-path: /newcomer
                keys: { prefix: newcomer }
                scopes: { see: See things }
                plans: { paid: {} }
                routes:
                  - { GET: /v1/things, scope: see }
                """
                        + oauth
                        + "\n";
        CommandResult published =
                world.send(new PublishHubProfile(HubProfileReader.read(yaml, "newcomer.yaml")));
        world.bean(Confirmations.class).await(published.position());
    }

    /** Checklist HD-04: pages may read what is public, and nothing that a secret opens. */
    @Test
    void pagesOfOtherOriginsMayReadWhatIsPublic() throws IOException {
        assertThat(allowedOrigin(get("/nextoria" + METADATA, "Origin", "https://spa.example")))
                .isEqualTo("*");
        assertThat(allowedOrigin(get("/nextoria/.well-known/jwks.json", "Origin", "null")))
                .isEqualTo("*");
        App app = world.publicApp(NEXTORIA);
        HttpResponse<String> tokens =
                world.as(app).redeem(world.approved(app), "Origin", "https://spa.example");
        assertThat(allowedOrigin(tokens)).isEqualTo("*");
        assertThat(tokens.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        App confidential = world.confidential(NEXTORIA);
        for (HttpResponse<String> answer :
                List.of(
                        world.as(confidential)
                                .raw(
                                        "token",
                                        "grant_type=client_credentials",
                                        "Authorization",
                                        confidential.basic(),
                                        "Origin",
                                        "https://spa.example"),
                        world.as(confidential).actForItself("Origin", "https://spa.example"))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(allowedOrigin(answer)).isEqualTo("none");
        }
    }

    @Test
    void aPageMaySendAProofAndNoAuthorization() throws IOException {
        App app = world.publicApp(NEXTORIA);

        HttpResponse<String> preflight =
                AppSide.send(
                        HttpRequest.newBuilder(URI.create(world.as(app).url("token")))
                                .method("OPTIONS", BodyPublishers.noBody())
                                .headers(
                                        "Origin",
                                        "https://spa.example",
                                        "Access-Control-Request-Method",
                                        "POST",
                                        "Access-Control-Request-Headers",
                                        "dpop")
                                .build());

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(allowedOrigin(preflight)).isEqualTo("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Content-Type, DPoP");
    }

    private static String allowedOrigin(HttpResponse<String> answer) {
        return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("none");
    }

    @Test
    void aDocumentIsReadAndNotWritten() throws IOException {
        HttpResponse<String> answer =
                AppSide.send(
                        HttpRequest.newBuilder(
                                        URI.create(world.url() + "/nextoria/.well-known/jwks.json"))
                                .POST(BodyPublishers.noBody())
                                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }
}
