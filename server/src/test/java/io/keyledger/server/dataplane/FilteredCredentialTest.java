package io.keyledger.server.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.server.dataplane.HttpSocket.Response;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the API behind learns which rows a credential may touch. */
final class FilteredCredentialTest {

    private static final String VENDOR = "lwk_vendor";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningDataPlane plane = RunningDataPlane.start();

    @BeforeEach
    void know() {
        plane.credentials.add(
                VENDOR,
                LeadsHub.vendorKey(),
                KnownCredentials.standing("leadworks", "standard", false));
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void verdictHasTheFilterAndItsAuthorizationDetails() throws IOException {
        JsonNode verdict = verify("/v1/lists/1/leads").json();

        assertThat(verdict.path("code").asString()).isEqualTo("VALID");
        assertThat(verdict.path("filter"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"collection":"leads","container":"list","id":"1","conditions":[
                                  {"field":"source","operator":"equals","values":["Vendor \\"Ø\\" 😀"]},
                                  {"field":"status","operator":"in","values":["New","a\\r\\nX-Evil: 1"]}]}
                                """));
        JsonNode details = verdict.path("authorization_details");
        assertThat(details.size()).isEqualTo(1);
        assertThat(details.path(0).path("conditions"))
                .isEqualTo(verdict.path("filter").path("conditions"));
        assertThat(details.path(0).propertyNames())
                .containsExactly("type", "actions", "datatypes", "identifier", "conditions");
        assertThat(details.path(0).path("type").asString()).isEqualTo("access_filter");
        assertThat(details.path(0).path("actions"))
                .isEqualTo(JSON.readTree("[\"read\",\"write\"]"));
        assertThat(details.path(0).path("datatypes")).isEqualTo(JSON.readTree("[\"leads\"]"));
        assertThat(details.path(0).path("identifier").asString()).isEqualTo("1");
    }

    @Test
    void credentialWithoutFilterHasNeither() throws IOException {
        JsonNode verdict = plane.verify("{\"token\":\"hbn_valid\"}").json();

        assertThat(verdict.path("code").asString()).isEqualTo("VALID");
        assertThat(verdict.propertyNames()).doesNotContain("filter", "authorization_details");
    }

    @Test
    void foreignContainerLooksLikeNone() throws IOException {
        assertThat(verify("/v1/lists/2/leads").code()).isEqualTo("ROUTE_UNKNOWN");

        Response foreign = forward("/leadworks/v1/lists/2/leads");
        Response absent = forward("/leadworks/v1/nothing");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(absent.body());
        assertThat(foreign.field("X-Keyledger-Filter")).isNull();
    }

    @Test
    void gatewayPassesTheFilterOnInVisibleAscii() throws IOException {
        Response answer = forward("/leadworks/v1/lists/1/leads");

        String field = Objects.requireNonNull(answer.field("X-Keyledger-Filter"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(field).matches("[ -~]+").contains("Vendor \\\"\\u00d8\\\" \\ud83d\\ude00");
        assertThat(JSON.readValue(field, AccessFilter.class)).isEqualTo(LeadsHub.VENDOR);
    }

    @Test
    void valueCannotBreakOutOfTheField() throws IOException {
        Response answer = forward("/leadworks/v1/lists/1/leads");

        assertThat(answer.field("X-Evil")).isNull();
        assertThat(answer.field("X-Keyledger-Filter")).contains("a\\r\\nX-Evil: 1");
    }

    @Test
    void credentialWithoutFilterSendsNoField() throws IOException {
        Response answer =
                plane.send(
                        "GET /v1/forward-auth HTTP/1.1",
                        "Host: k",
                        "Authorization: Bearer hbn_valid",
                        "X-Forwarded-Method: GET",
                        "X-Forwarded-Uri: /hubnity/v1/members");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("X-Keyledger-Filter")).isNull();
    }

    private Response verify(String path) throws IOException {
        return plane.verify(
                "{\"token\":\"%s\",\"method\":\"GET\",\"path\":\"%s\"}".formatted(VENDOR, path));
    }

    private Response forward(String uri) throws IOException {
        return plane.send(
                "GET /v1/forward-auth HTTP/1.1",
                "Host: k",
                "Authorization: Bearer " + VENDOR,
                "X-Forwarded-Method: GET",
                "X-Forwarded-Uri: " + uri);
    }
}
