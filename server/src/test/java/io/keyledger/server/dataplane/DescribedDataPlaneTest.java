package io.keyledger.server.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyledger.server.dataplane.HttpSocket.Response;
import io.keyledger.verdict.VerdictCode;
import io.swagger.v3.core.util.Yaml31;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What the API's description says of the data plane is what it does. */
final class DescribedDataPlaneTest {

    private static final JsonNode DESCRIBED = read();

    private final RunningDataPlane plane = RunningDataPlane.start();

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void everyEndpointIsDescribed() {
        assertThat(namesAt("/paths"))
                .containsExactlyInAnyOrder(
                        Endpoints.VERIFY,
                        Endpoints.BATCH,
                        Endpoints.INTROSPECT,
                        Endpoints.FORWARD_AUTH,
                        Endpoints.HUBS + "{hub}",
                        Endpoints.REPLICA_CHANGES,
                        Endpoints.REPLICA_FACTS,
                        Endpoints.HEALTH);
    }

    @Test
    void everyCodeOfAVerdictIsDescribed() {
        assertThat(DESCRIBED.at("/components/schemas/Verdict/properties/code/enum"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder(
                        Stream.of(VerdictCode.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void everyMemberOfAVerdictIsDescribed() throws IOException {
        plane.credentials.add(
                "lwk_vendor",
                LeadsHub.vendorKey(),
                KnownCredentials.standing("leadworks", "standard", false));
        plane.credentials.add("token", Tokens.bound(null), Tokens.STANDING);
        for (String token :
                List.of(RunningDataPlane.HUBNITY, "hbn_unknown", "lwk_vendor", "token")) {
            Response answer = plane.verify("{\"token\":\"" + token + "\",\"cost\":101}");

            assertThat(membersOf("Verdict")).containsAll(answer.json().propertyNames());
        }
    }

    @Test
    void everyMemberOfAnIntrospectionIsDescribed() throws IOException {
        plane.credentials.add(
                "lwk_vendor",
                LeadsHub.vendorKey(),
                KnownCredentials.standing("leadworks", "standard", false));
        plane.credentials.add("token", Tokens.bound("thumbprint"), Tokens.STANDING);
        for (String token : List.of("lwk_vendor", "token")) {
            Response answer = plane.post(Endpoints.INTROSPECT, "{\"token\":\"" + token + "\"}");

            assertThat(answer.json().path("active").asBoolean()).isTrue();
            assertThat(membersOf("Introspection")).containsAll(answer.json().propertyNames());
        }
    }

    @Test
    void everyMemberOfAQuestionIsAccepted() throws IOException {
        Map<String, String> values =
                Map.of("scopes", "[\"read:members\"]", "cost", "1", "address", "\"203.0.113.9\"");
        for (String member : membersOf("VerificationQuestion")) {
            String value = values.getOrDefault(member, "\"/x\"");
            Response answer = plane.verify("{\"" + member + "\":" + value + "}");

            assertThat(answer.body()).as(member).doesNotContain("FIELD_UNKNOWN");
        }
    }

    @Test
    void everyMemberOfAProblemIsDescribed() throws IOException {
        Response problem = plane.verify("{\"tokens\":1}");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(membersOf("DataPlaneProblem")).containsAll(problem.json().propertyNames());
    }

    private static List<String> membersOf(String schema) {
        return namesAt("/components/schemas/" + schema + "/properties");
    }

    private static List<String> namesAt(String pointer) {
        return DESCRIBED.at(pointer).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode read() {
        try (InputStream yaml = new ClassPathResource("openapi/data-plane.yaml").getInputStream()) {
            return Yaml31.mapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
